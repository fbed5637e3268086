//! A look over a part of a spreadsheet before its content is read: no entities of its own, no wild nesting, no endless
//! tags, and no announced number that would be believed.

use std::io::{BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Limits, TableRefusal, Unreadable};

/// Looks over a part; what is not XML at all is left alone, because nothing of it can be read.
pub(super) fn look_over(part: impl Read, limits: &Limits) -> Result<(), TableRefusal> {
    let mut part = BufReader::new(part);
    if !begins_as_xml(&mut part)? {
        return Ok(());
    }
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut depth = 0u32;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|fault| part_fault(&fault))?;
        match event {
            Event::Eof => return Ok(()),
            Event::DocType(_) => return Err(Unreadable::DefinesEntities.into()),
            Event::Start(tag) => {
                check_tag(&tag, limits)?;
                depth = depth.saturating_add(1);
                if depth > limits.xml_depth {
                    return Err(Unreadable::WildPart.beyond(limits.xml_depth));
                }
            }
            Event::Empty(tag) => check_tag(&tag, limits)?,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if buffer.len() as u64 > limits.xml_text {
            return Err(Unreadable::WildPart.beyond(limits.xml_text));
        }
    }
}

/// What a fault while reading a part means: the counting reader says so itself, anything else is a broken part.
fn part_fault(fault: &quick_xml::Error) -> TableRefusal {
    if let quick_xml::Error::Io(fault) = fault
        && let Some(refusal) = fault.get_ref().and_then(|inner| inner.downcast_ref::<TableRefusal>())
    {
        return refusal.clone();
    }
    Unreadable::BrokenPart.into()
}

/// True when the first thing that is no blank and no mark opens a tag.
fn begins_as_xml(part: &mut impl BufRead) -> Result<bool, TableRefusal> {
    let begin = part.fill_buf().map_err(|fault| part_fault(&quick_xml::Error::Io(fault.into())))?;
    let begin = begin.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(begin);
    Ok(begin.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<'))
}

fn check_tag(tag: &BytesStart<'_>, limits: &Limits) -> Result<(), TableRefusal> {
    let mut count = 0u32;
    for attribute in tag.attributes().with_checks(false) {
        count = count.saturating_add(1);
        if count > limits.xml_attributes {
            return Err(Unreadable::WildPart.beyond(limits.xml_attributes));
        }
        let Ok(attribute) = attribute else { continue };
        // The library sets so much room aside for the shared texts as this attribute says.
        let most = u64::from(limits.rows).saturating_mul(u64::from(limits.columns)).min(limits.zip_bytes / 8);
        let said = attribute.value.trim().parse::<u64>().ok();
        if attribute.key.0 == "uniqueCount" && said.is_none_or(|said| said > most) {
            return Err(Unreadable::WildPart.beyond(most));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(part: &str) -> Option<Unreadable> {
        let limits = Limits { xml_depth: 3, xml_attributes: 2, xml_text: 40, ..Limits::default() };
        look_over(part.as_bytes(), &limits).err().map(|refusal| refusal.why)
    }

    #[test]
    fn an_ordinary_part_passes() {
        assert_eq!(why("<?xml version=\"1.0\"?>\n<a><b x=\"1\" y=\"2\"/><c>text</c></a>"), None);
        assert_eq!(why("GIF89a is no XML <"), None);
        assert_eq!(why(""), None);
    }

    #[test]
    fn what_is_wild_is_refused() {
        assert_eq!(why("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Some(Unreadable::DefinesEntities));
        assert_eq!(why("\u{feff} <!DOCTYPE a><a/>"), Some(Unreadable::DefinesEntities));
        assert_eq!(why("<a><b><c><d/></c></b></a>"), None);
        assert_eq!(why("<a><b><c><d></d></c></b></a>"), Some(Unreadable::WildPart));
        assert_eq!(why("<a x=\"\" y=\"\" z=\"\"/>"), Some(Unreadable::WildPart));
        assert_eq!(why(&format!("<a>{}</a>", "x".repeat(41))), Some(Unreadable::WildPart));
        assert_eq!(why("<sst uniqueCount=\"99999999999\"/>"), Some(Unreadable::WildPart));
        assert_eq!(why("<a"), Some(Unreadable::BrokenPart));
    }
}
