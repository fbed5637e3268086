//! Published figures on the command line: listed with everything that makes them figures, and added where that is honest.

use std::path::Path;

use clap::Args;
use desk::{Clock, FigureSum, KnownFigure, SumError, add_known};
use domain::reporting::figure::{Coded, FigureScope};
use paper::{Cell, Sheet};
use serde_json::{Value, json};
use web::{Language, Texts};

use crate::cli::Acting;
use crate::folders::USUAL_PROFILE;
use crate::real::RealClock;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// Listing and adding.
#[derive(Debug, Args)]
pub struct Figures {
    /// Only figures of this quantity, by its code
    #[arg(long, value_name = "CODE")]
    quantity: Option<String>,
    /// Add these figures, or say what keeps them from being added
    #[arg(long, value_name = "ID,ID", value_delimiter = ',', conflicts_with = "quantity")]
    add: Vec<String>,
    /// Read the figures of a border profile, by its folder or its name, without a post
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

impl Figures {
    /// Lists the figures, or adds some of them.
    pub fn run(&self) -> Outcome {
        match self.bare_profile()? {
            Some(profile) => {
                let figures = in_profile(&profile, self.quantity.as_deref())?;
                if self.add.is_empty() { self.list(&figures) } else { self.tell(add_known(&figures, &self.add)) }
            }
            None => {
                let visit = door::enter(&self.acting)?;
                if self.add.is_empty() {
                    self.list(&visit.desk.figures(&visit.officer, self.quantity.as_deref())?)
                } else {
                    self.tell(visit.desk.add_figures(&visit.officer, &self.add))
                }
            }
        }
    }

    /// The profile that was named; without a post, and where none was asked for, the one inside the program.
    fn bare_profile(&self) -> Outcome<Option<String>> {
        if self.profile.is_some() {
            return Ok(self.profile.clone());
        }
        let named = self.acting.place.dir.is_some() || self.acting.login.is_some();
        if named || folders::records(&folders::data(None)?).is_file() {
            return Ok(None);
        }
        shown::say(&format!("there is no post here: these are the figures of the profile {USUAL_PROFILE}"));
        Ok(Some(USUAL_PROFILE.to_owned()))
    }

    fn list(&self, figures: &[KnownFigure]) -> Outcome {
        if self.acting.json {
            let told: Vec<Value> = figures.iter().map(KnownFigure::to_json).collect();
            return shown::json_line(&json!({ "total": told.len(), "figures": told }));
        }
        shown::table(&table(figures))?;
        shown::say(&format!("{} in all; --json gives the quoted words", figures.len()));
        Ok(())
    }

    fn tell(&self, added: Result<FigureSum, SumError>) -> Outcome {
        let sum = added.map_err(|fault| match fault {
            SumError::Read(fault) => fault.into(),
            SumError::Refused { ids, refusal } => {
                Stop::Refused(web::refusal_in_words(&Texts::read(), language(), &ids, &refusal))
            }
            many @ SumError::TooMany(_) => Stop::Usage(many.to_string()),
        })?;
        if self.acting.json {
            return shown::json_line(&sum.to_json());
        }
        let told = &sum.sum;
        let number = web::told_number(&Texts::read(), language(), told.qualifier, &told.value.to_string());
        let what = [shown::title(&told.quantity.label), number, shown::title(&told.measure.label)];
        shown::line(&format!("{}: {} {}", what[0], what[1], what[2]))?;
        let parts: Vec<String> = told.parts.iter().map(|part| shown::title(&part.label)).collect();
        shown::line(&format!("{}; as of {}; sum of {}", scope(&told.scope), told.as_of, parts.join(", ")))
    }
}

/// The figures of a profile, in a folder or inside the program.
fn in_profile(profile: &str, quantity: Option<&str>) -> Outcome<Vec<KnownFigure>> {
    let path = Path::new(profile);
    let is_folder = path.join("profile.toml").is_file();
    let folder = if is_folder { folders::standing(path) } else { folders::profile(None, profile)? };
    let faults = |faults: Vec<desk::profile::ProfileFault>| Stop::Refused(folders::faults_in_words(&faults));
    folders::read_profile(&folder)?.figures(RealClock.now(), quantity).map_err(faults)
}

fn language() -> Language {
    Language::from_code(&shown::language()).unwrap_or(Language::En)
}

fn table(figures: &[KnownFigure]) -> Sheet {
    let (texts, language) = (Texts::read(), language());
    let header = ["id", "state", "what is counted", "number", "measure", "scope", "as of", "source"];
    let rows = figures.iter().map(|known| {
        let told = &known.figure.statement;
        vec![
            Cell::from(known.id.as_str()),
            known.figure.stage.status().into(),
            shown::title(&told.quantity.label).into(),
            web::number_in_words(&texts, language, &known.figure).into(),
            shown::title(&told.measure.label).into(),
            scope(&told.scope).into(),
            told.as_of.to_string().into(),
            told.source.document.as_str().into(),
        ]
    });
    Sheet { header: header.map(str::to_owned).to_vec(), rows: rows.collect(), ..Sheet::default() }
}

/// A scope in one line.
fn scope(scope: &FigureScope) -> String {
    let label = |coded: &Coded| shown::title(&coded.label);
    let parts = [
        scope.borders.join(", "),
        scope.areas.iter().map(label).collect::<Vec<_>>().join(", "),
        scope.units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        scope.level.as_ref().map(ToString::to_string).unwrap_or_default(),
        scope.part.as_ref().map(label).unwrap_or_default(),
        scope.from.zip(scope.until).map(|(from, until)| format!("{from} until before {until}")).unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
