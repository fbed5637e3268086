//! Rebuild and checkup: everything but the journal can be made again from it and is then the same.

use std::collections::{BTreeMap, BTreeSet};

use domain::Header;
use store::{Failure, Row, StoredEntry, View};

use crate::Desk;
use crate::fold::{fold, refold, taken_back};

/// What a checkup found.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Checkup {
    /// What was looked at.
    pub findings: Vec<Finding>,
}

/// One thing looked at.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Finding {
    /// What was looked at, a code that the pages translate.
    pub subject: &'static str,
    /// Whether it is well.
    pub well: bool,
    /// What was found.
    pub detail: String,
}

impl Checkup {
    /// True when everything is well.
    pub fn is_well(&self) -> bool {
        self.findings.iter().all(|finding| finding.well)
    }
}

impl Desk {
    /// Makes every folded table again from the journal; tells how many entries were taken in, now and then.
    pub fn rebuild(&self, mut progress: impl FnMut(i64, i64)) -> Result<i64, Failure> {
        let length = self.store.read(|view| view.journal_length())?;
        // Folded inside the writing transaction: no act can come in between.
        self.store.write(|tx| {
            let (order, mut rows) = folded(&tx.view(), |done| progress(done, length))?;
            tx.clear()?;
            for id in &order {
                if let Some((row, header)) = rows.remove(id) {
                    tx.put(&row, 0, &header)?;
                }
            }
            Ok::<_, Failure>(())
        })?;
        progress(length, length);
        Ok(length)
    }

    /// Looks at the engine, the file, and whether the folded tables are what the journal makes of them.
    pub fn checkup(&self) -> Result<Checkup, Failure> {
        let integrity = self.store.integrity()?;
        let mut findings = vec![Finding { subject: "file", well: integrity == "ok", detail: integrity }];
        let (mut differing, mut lengths) = (Vec::new(), [0i64; 5]);
        let (order, kept, files) = self.store.read(|view| {
            let (order, rows) = folded(view, |_| {})?;
            let indexed = view.indexed()?;
            for (row, header) in order.iter().filter_map(|id| rows.get(id)) {
                if !is_kept(view, row, header, &mut lengths)? || !view.is_indexed(&indexed, row, header)? {
                    differing.push(row.id.clone());
                }
            }
            Ok::<_, Failure>((order, view.folded_lengths()?, self.missing_files(view)?))
        })?;
        let detail = format!("{} records, {} differing {}", order.len(), differing.len(), differing.join(" "));
        findings.push(Finding { subject: "fold", well: differing.is_empty(), detail: detail.trim_end().to_owned() });
        let detail = format!("{kept:?} rows, {lengths:?} expected: records, links, figures, search texts, files");
        findings.push(Finding { subject: "rows", well: kept == lengths, detail });
        let (named, missing) = files;
        let detail = format!("{named} named, {} missing or changed {}", missing.len(), missing.join(" "));
        findings.push(Finding { subject: "files", well: missing.is_empty(), detail: detail.trim_end().to_owned() });
        let line = self.line.iter().map(|line| line.parts().len()).sum::<usize>();
        findings.push(Finding { subject: "line", well: line > 0, detail: format!("{line} parts") });
        Ok(Checkup { findings })
    }

    /// The content of the folded tables as text, for comparing.
    pub fn dump(&self) -> Result<String, Failure> {
        self.store.read(|view| view.dump())
    }
}

/// Records in the order in which they began, each with its folded row.
pub(crate) type Folded = (Vec<String>, BTreeMap<String, (Row, Header)>);

/// Every record folded from the journal as one state of the database has it.
pub(crate) fn folded(view: &View<'_>, mut progress: impl FnMut(i64)) -> Result<Folded, Failure> {
    let mut begun: BTreeMap<String, i64> = BTreeMap::new();
    let mut rows: BTreeMap<String, (Row, Header)> = BTreeMap::new();
    each_entry(view, |stored| {
        if stored.seq % 1000 == 0 {
            progress(stored.seq);
        }
        if !stored.is_fact() {
            return Ok(());
        }
        if taken_back(&stored.entry)?.is_some() {
            let record = stored.entry.record;
            let mut history = view.history(&record)?;
            history.retain(|entry| entry.seq <= stored.seq);
            match refold(history)? {
                Some(folded) => drop(rows.insert(record, folded)),
                None => drop((rows.remove(&record), begun.remove(&record))),
            }
            return Ok(());
        }
        let before = rows.remove(&stored.entry.record).map(|(row, _)| row);
        if before.is_none() {
            begun.insert(stored.entry.record.clone(), stored.seq);
        }
        if let Some(folded) = fold(before, &stored.entry)? {
            rows.insert(stored.entry.record, folded);
        }
        Ok(())
    })?;
    let mut order: Vec<(i64, String)> = begun.into_iter().map(|(record, seq)| (seq, record)).collect();
    order.sort_unstable();
    Ok((order.into_iter().map(|(_, record)| record).collect(), rows))
}

/// Hands every entry of the journal over, in order.
fn each_entry(view: &View<'_>, mut take: impl FnMut(StoredEntry) -> Result<(), Failure>) -> Result<(), Failure> {
    const BATCH: u32 = 1000;
    let mut after = 0;
    loop {
        let batch = view.entries_after(after, BATCH)?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = last.seq;
        batch.into_iter().try_for_each(&mut take)?;
    }
}

/// True when the tables keep of a record what the journal makes of it; adds its rows to the lengths expected.
fn is_kept(view: &View<'_>, row: &Row, header: &Header, lengths: &mut [i64; 5]) -> Result<bool, Failure> {
    let links: BTreeSet<(&str, &str)> = header.links.iter().map(|link| (link.role, link.to.as_str())).collect();
    let mut figures = store::figures(row, header);
    figures.sort_by(|a, b| (&a.code, &a.basis, &a.counted_on).cmp(&(&b.code, &b.basis, &b.counted_on)));
    let files: BTreeMap<&str, u64> = header.files.iter().rev().map(|file| (file.sha256.as_str(), file.size)).collect();
    for (length, more) in lengths.iter_mut().zip([1, links.len(), figures.len(), 1, files.len()]) {
        *length += more as i64;
    }
    let kept_links = view.links_from(&row.id)?;
    let kept_links: BTreeSet<(&str, &str)> =
        kept_links.iter().map(|link| (link.role.as_str(), link.target.as_str())).collect();
    let kept_files = view.attached_to(&row.id)?;
    let has_files = kept_files.iter().map(|(sha256, size)| (sha256.as_str(), *size)).eq(files);
    let has_rest = kept_links == links && view.figures_of(&row.id)? == figures;
    Ok(view.record(&row.id)?.as_ref() == Some(row) && has_files && has_rest)
}
