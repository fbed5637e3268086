//! Checking a bundle on the command line: what one file proves, by the fingerprints of the roots and nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use desk::proof::{self, Fault, Hash, NoFingerprints, Text, Utterance, Verdict, hex};
use jiff::Timestamp;
use serde_json::json;

use crate::shown;
use crate::stop::{Outcome, Stop};

/// How large a file may be that is read here, in bytes: a bundle, a list of fingerprints, an attachment.
const FILE_LIMIT: u64 = 1 << 30;

/// The words of the verdict, which the page without a server uses too.
const WORDS: [(&str, &str); 5] = [
    ("vi", include_str!("../../../verifier/words/vi.json")),
    ("zh", include_str!("../../../verifier/words/zh.json")),
    ("en", include_str!("../../../verifier/words/en.json")),
    ("lo", include_str!("../../../verifier/words/lo.json")),
    ("km", include_str!("../../../verifier/words/km.json")),
];

/// The page that checks bundles in a browser without a server.
const PAGE: &[u8] = include_bytes!("../../../verifier/verify.html");

/// What to check, against what.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 the bundle holds, 7 it proves nothing or is not as expected, 2 usage, 1 a file cannot be read."
)]
pub struct Verify {
    /// The bundle (.twp)
    #[arg(value_name = "FILE", required_unless_present = "page")]
    file: Option<PathBuf>,
    /// A fingerprint that you trust, as the sides exchanged it on paper: 64 hexadecimal digits, or SIDE=DIGITS
    #[arg(long = "root", value_name = "FINGERPRINT")]
    roots: Vec<String>,
    /// A file with fingerprints that you trust, one a line
    #[arg(long = "roots", value_name = "FILE")]
    root_files: Vec<PathBuf>,
    /// A file to be compared with the attachments of the document
    #[arg(long = "attachment", value_name = "FILE")]
    attachments: Vec<PathBuf>,
    /// Fail unless the document stands so: bound, signed, proposed, refused, withdrawn, terminated, issued, acknowledged
    #[arg(long, value_name = "STANDING")]
    expect: Option<String>,
    /// The language: vi, zh, en, lo, km [default: that of the system]
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// Show the texts of the document too
    #[arg(long)]
    text: bool,
    /// Answer in JSON, in the form of docs/formats/evidence.md
    #[arg(long)]
    json: bool,
    /// Print the page that checks bundles in a browser without a server
    #[arg(long, exclusive = true)]
    page: bool,
}

impl Verify {
    /// Checks the bundle and says what it proves.
    pub fn run(&self) -> Outcome {
        let Some(file) = self.file.as_deref().filter(|_| !self.page) else { return shown::raw(PAGE) };
        let words = Words::of(self.lang.as_deref())?;
        let known = self.known()?;
        let verdict = verdict(file, &known)?;
        let compared = self.compared(verdict.as_ref().ok())?;
        if self.json {
            let mut value = proof::verdict_json(&verdict);
            if !compared.is_empty() {
                value["compared"] = compared.iter().map(|one| json!({ "file": one.file, "same": one.name })).collect();
            }
            shown::json_line(&value)?;
        } else {
            let told = match &verdict {
                Ok(verdict) => words.tell(verdict, &compared, self.text),
                Err(fault) => words.tell_fault(fault),
            };
            shown::raw(told.as_bytes())?;
        }
        match verdict {
            Err(fault) => Err(Stop::Refused(format!("{}: it proves nothing ({fault})", file.display()))),
            Ok(verdict) if self.expect.as_ref().is_some_and(|expected| expected != verdict.standing) => {
                Err(Stop::Refused(format!("{}: it stands as {}", file.display(), verdict.standing)))
            }
            Ok(_) if compared.iter().any(|one| one.name.is_none()) => {
                Err(Stop::Refused("a file is none of the attachments of the document".to_owned()))
            }
            Ok(_) => Ok(()),
        }
    }

    /// The fingerprints that were given.
    fn known(&self) -> Outcome<Vec<Hash>> {
        let mut known = proof::read_fingerprints(&self.roots.join("\n")).map_err(|NoFingerprints(wrong)| {
            let wrong: Vec<&str> =
                wrong.iter().filter_map(|number| self.roots.get(number - 1)).map(String::as_str).collect();
            Stop::Usage(format!("no fingerprint: {}; 64 hexadecimal digits are wanted", wrong.join(", ")))
        })?;
        for path in &self.root_files {
            let bytes = read(path)?;
            let text = String::from_utf8_lossy(&bytes);
            known.extend(proof::read_fingerprints(&text).map_err(|NoFingerprints(wrong)| {
                let lines: Vec<String> = wrong.iter().map(usize::to_string).collect();
                Stop::Usage(format!("{}: no fingerprint on line {}", path.display(), lines.join(", ")))
            })?);
        }
        if known.is_empty() {
            return Err(Stop::Usage(
                "no fingerprint was given: name those of both sides with --root or --roots; without one, no side can be known"
                    .to_owned(),
            ));
        }
        Ok(known)
    }

    fn compared(&self, verdict: Option<&Verdict>) -> Outcome<Vec<Compared>> {
        let compare = |path: &PathBuf| {
            let hash = proof::attachment_hash(&read(path)?);
            let listed = verdict.and_then(|verdict| verdict.document.attachments.iter().find(|one| one.sha256 == hash));
            Ok(Compared { file: path.display().to_string(), name: listed.map(|one| one.name.clone()), hash })
        };
        self.attachments.iter().map(compare).collect()
    }
}

/// What the bundle in a file proves to who trusts these fingerprints.
pub fn verdict(file: &Path, known: &[Hash]) -> Outcome<Result<Verdict, Fault>> {
    Ok(proof::verify(&read(file)?, known))
}

/// A file that was compared with the attachments.
struct Compared {
    file: String,
    name: Option<String>,
    hash: Hash,
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    let failed = |fault: &dyn std::fmt::Display| Stop::Failed(format!("{}: {fault}", path.display()));
    let length = fs::metadata(path).map_err(|fault| failed(&fault))?.len();
    if length > FILE_LIMIT {
        return Err(failed(&format!("larger than {FILE_LIMIT} bytes")));
    }
    fs::read(path).map_err(|fault| failed(&fault))
}

/// The words of one language.
struct Words {
    language: &'static str,
    words: BTreeMap<String, String>,
}

impl Words {
    fn of(asked: Option<&str>) -> Outcome<Self> {
        let known = |code: &str| WORDS.iter().find(|(language, _)| *language == code);
        let (language, text) = match asked {
            Some(code) => known(code).ok_or_else(|| Stop::Usage("--lang: there are vi, zh, en, lo, km".to_owned()))?,
            None => known(&shown::language()).unwrap_or(&WORDS[2]),
        };
        let words =
            serde_json::from_str(text).map_err(|fault| Stop::Failed(format!("words of {language}: {fault}")))?;
        Ok(Self { language, words })
    }

    /// The word for a key; the key itself where there is none, which a test rules out.
    fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// A word with values put in.
    fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.word(key).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    fn label(&self, out: &mut String, indent: usize, key: &str, value: &str) {
        let value = shown::harmless(value);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:indent$}{}: {value}", "", self.word(key));
    }

    fn tell_fault(&self, fault: &Fault) -> String {
        let mut out = String::new();
        let code = fault.code.as_str();
        self.label(&mut out, 0, "verdict", self.word("standing-bad"));
        let _ = writeln!(out, "{}", self.word("standing-bad-text"));
        self.label(&mut out, 0, "verdict-reason", self.word(&format!("fault-{code}")));
        self.label(&mut out, 0, "label-code", code);
        if !fault.place.is_empty() {
            self.label(&mut out, 0, "label-place", &fault.place);
        }
        out
    }

    fn tell(&self, verdict: &Verdict, compared: &[Compared], with_text: bool) -> String {
        let mut out = String::new();
        let standing = format!("standing-{}", verdict.standing);
        self.label(&mut out, 0, "verdict", self.word(&standing));
        let _ = writeln!(out, "{}", self.word(&format!("{standing}-text")));
        self.heading(&mut out, "section-document");
        self.tell_document(&mut out, verdict);
        self.heading(&mut out, "section-said");
        for utterance in &verdict.said {
            self.tell_utterance(&mut out, utterance);
        }
        self.heading(&mut out, "section-fingerprints");
        for (side, fingerprint) in &verdict.roots {
            let _ = writeln!(out, "  {side}: {}", grouped(fingerprint));
        }
        if !verdict.document.attachments.is_empty() || !compared.is_empty() {
            self.heading(&mut out, "section-attachments");
            self.tell_attachments(&mut out, verdict, compared);
        }
        if with_text {
            self.heading(&mut out, "section-texts");
            self.tell_texts(&mut out, 2, &verdict.document.texts);
        }
        out
    }

    fn heading(&self, out: &mut String, key: &str) {
        let _ = writeln!(out, "\n{}", self.word(key));
    }

    fn tell_document(&self, out: &mut String, verdict: &Verdict) {
        let head = &verdict.document.head;
        for (language, text) in self.first(&verdict.document.texts) {
            let _ = writeln!(out, "  [{language}] {}", shown::harmless(&text.title));
        }
        let kind = format!("kind-{}", head.kind);
        self.label(out, 2, "label-kind", self.words.get(&kind).unwrap_or(&head.kind));
        self.label(out, 2, "label-sides", &head.sides.join(", "));
        self.label(out, 2, "label-languages", &head.languages.join(", "));
        if let Some((_, revision)) = &head.joint {
            self.label(out, 2, "label-revision", &revision.to_string());
        }
        if let Some(until_ms) = verdict.until_ms {
            self.label(out, 2, "label-until", &instant(until_ms));
        }
        self.label(out, 2, "label-document", &grouped(&verdict.digest));
        if let Some((series, _)) = &head.joint {
            self.label(out, 2, "label-series", &grouped(series));
        }
        for (key, digest) in [("label-supersedes", &head.supersedes), ("label-supplements", &head.supplements)] {
            if let Some(digest) = digest {
                self.label(out, 2, key, &grouped(digest));
            }
        }
        for signer in &verdict.document.signers {
            let named = format!("{}: {}, {}", signer.side, signer.name, signer.office);
            self.label(out, 2, "section-signers", &named);
        }
    }

    fn tell_utterance(&self, out: &mut String, one: &Utterance) {
        let said = self.word(&format!("said-{}", one.kind)).to_owned();
        let _ = writeln!(out, "  {}: {said}", shown::harmless(&one.side));
        self.label(out, 4, "label-office", &one.office);
        self.label(out, 4, "label-unit", &one.unit);
        self.label(out, 4, "label-officer", &one.officer);
        self.label(out, 4, "label-at", &instant(one.at_ms));
        if one.held.is_empty() {
            self.label(out, 4, "label-held", self.word("held-by-nobody"));
        }
        for (post, at_ms) in &one.held {
            let held = self.filled("held-since", &[("post", post), ("time", &instant(*at_ms))]);
            self.label(out, 4, "label-held", &held);
        }
        if !one.words.is_empty() {
            let key = match one.kind {
                "refuse" => "label-reason",
                "contest" => "label-contest",
                _ => "label-reservation",
            };
            let _ = writeln!(out, "    {}:", self.word(key));
            self.tell_texts(out, 6, &one.words);
        }
    }

    fn tell_attachments(&self, out: &mut String, verdict: &Verdict, compared: &[Compared]) {
        for one in &verdict.document.attachments {
            let same = compared.iter().any(|other| other.hash == one.sha256);
            let state = self.word(if same { "attachment-same" } else { "attachment-not-compared" });
            let (name, media_type) = (shown::harmless(&one.name), shown::harmless(&one.media_type));
            let size = self.filled("size-bytes", &[("count", &one.size.to_string())]);
            let _ = writeln!(out, "  {name} ({media_type}, {size}): {state}");
            self.label(out, 4, "label-sha256", &grouped(&one.sha256));
        }
        for strange in compared.iter().filter(|one| one.name.is_none()) {
            let values = [("name", strange.file.as_str()), ("sha256", &grouped(&strange.hash))];
            let _ = writeln!(out, "  {}", shown::harmless(&self.filled("attachment-strange", &values)));
        }
    }

    fn tell_texts(&self, out: &mut String, indent: usize, texts: &[(String, Text)]) {
        for (language, text) in self.first(texts) {
            let _ = writeln!(out, "{:indent$}[{language}] {}", "", shown::harmless(&text.title));
            for paragraph in &text.paragraphs {
                for line in paragraph.lines() {
                    let _ = writeln!(out, "{:indent$}  {}", "", shown::harmless(line));
                }
            }
        }
    }

    /// The texts, the one in the language of the reader first.
    fn first<'a>(&self, texts: &'a [(String, Text)]) -> Vec<&'a (String, Text)> {
        let mut texts: Vec<_> = texts.iter().collect();
        texts.sort_by_key(|(language, _)| language != self.language);
        texts
    }
}

/// Digits in groups of four, as people compare them.
fn grouped(bytes: &[u8]) -> String {
    let digits = hex(bytes);
    let groups: Vec<&str> = (0..digits.len()).step_by(4).map(|at| &digits[at..at + 4]).collect();
    groups.join(" ")
}

/// An instant in UTC, to the second.
fn instant(ms: u64) -> String {
    let instant = i64::try_from(ms).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    instant.map_or_else(|| format!("{ms} ms"), |instant| instant.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

#[cfg(test)]
mod tests {
    use desk::proof::Code;

    use super::*;

    fn all() -> Vec<Words> {
        WORDS.iter().map(|(language, _)| Words::of(Some(language)).unwrap()).collect()
    }

    fn vector(name: &str) -> Vec<u8> {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../journal/tests/vectors/evidence").join(name)).unwrap()
    }

    fn known() -> Vec<Hash> {
        proof::read_fingerprints(&String::from_utf8(vector("roots.txt")).unwrap()).unwrap()
    }

    #[test]
    fn every_reason_and_every_standing_has_its_words_in_five_languages() {
        let standings = [
            "draft",
            "proposed",
            "signed",
            "bound",
            "refused",
            "withdrawn",
            "crossed",
            "terminated",
            "superseded",
            "issued",
            "acknowledged",
            "bad",
        ];
        let said = ["propose", "sign", "refuse", "withdraw", "let-go", "contest", "terminate", "issue", "acknowledge"];
        for words in all() {
            let mut keys: Vec<String> = Code::ALL.iter().map(|code| format!("fault-{}", code.as_str())).collect();
            keys.extend(
                standings.iter().flat_map(|word| [format!("standing-{word}"), format!("standing-{word}-text")]),
            );
            keys.extend(said.iter().map(|kind| format!("said-{kind}")));
            let missing: Vec<_> = keys.iter().filter(|key| words.word(key) == key.as_str()).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", words.language);
        }
    }

    #[test]
    fn a_bundle_is_told_with_who_signed_what_and_when() {
        let verdict = proof::verify(&vector("good/bound--minutes-signed-with-a-reservation.twp"), &known()).unwrap();
        for words in all() {
            let told = words.tell(&verdict, &[], true);
            for wanted in ["2026-02-14 00:00:00 UTC", "cn.hekou", "vn-unit-0", "对第四项的保留", "Biên bản hội đàm"]
            {
                assert!(told.contains(wanted), "{}: {wanted} is missing in\n{told}", words.language);
            }
            // A key that has no word would be told as it is.
            assert!(!told.contains("label-") && !told.contains("section-") && !told.contains('{'), "{told}");
        }
    }

    #[test]
    fn a_bad_bundle_is_told_with_its_reason_and_place() {
        let fault = proof::verify(&vector("bad/statement-right--signed-beyond-the-level.twp"), &known()).unwrap_err();
        for words in all() {
            let told = words.tell_fault(&fault);
            assert!(told.contains("statement-right") && told.contains("logs[0].statements[0].entry"), "{told}");
        }
    }
}
