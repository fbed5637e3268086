//! A guide of `docs/operating`, run as it is written: its fenced blocks say at whom they are done, the words in capitals
//! are what a person puts in, and every command has to succeed in its turn. Everything that one hands to another, files
//! of requests, introductions and pouches, lies on one stick that they carry about.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::side::Post;

/// The people of a guide with the stick that they carry about.
pub struct Guide<'a> {
    post: &'a Post,
    neighbour: &'a Post,
    stick: tempfile::TempDir,
    /// What stands for the words in capitals.
    words: Vec<(&'static str, String)>,
}

/// A line of a block: at whom it is done, and its words.
struct Line {
    at: String,
    words: Vec<String>,
}

impl<'a> Guide<'a> {
    /// The people, with the files of the root and the last certificate of the post on their stick.
    pub fn with(post: &'a Post, neighbour: &'a Post, words: &[(&'static str, &str)]) -> Self {
        let stick = tempfile::tempdir().unwrap();
        for file in fs::read_dir(post.path("root")).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), stick.path().join(file.file_name())).unwrap();
        }
        fs::copy(post.path("post.cose"), stick.path().join("station.cose")).unwrap();
        let words = words.iter().map(|(word, text)| (*word, (*text).to_owned())).collect();
        Self { post, neighbour, stick, words }
    }

    /// A file on the stick.
    pub fn path(&self, name: &str) -> PathBuf {
        self.stick.path().join(name)
    }

    /// Does everything that the guide says, in order. How many commands of the program that were.
    pub fn run(&mut self, name: &str) -> usize {
        let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operating").join(name);
        let text = fs::read_to_string(&guide).unwrap();
        let mut count = 0;
        for line in lines(&text) {
            match line.words.first().map(String::as_str) {
                Some("twinpost") => {
                    self.command(name, &line);
                    count += 1;
                }
                // Nothing serves in these tests: what would be stopped and started is not there.
                Some("systemctl") => assert!(["stop", "start"].contains(&line.words[1].as_str()), "{:?}", line.words),
                _ => panic!("{name}: {:?} is no command of this house", line.words),
            }
        }
        count
    }

    fn command(&mut self, name: &str, line: &Line) {
        let mut args: Vec<String> = line.words[1..].iter().map(|word| self.put_in(name, word)).collect();
        let (post, secret) = match line.at.as_str() {
            "post" => (self.post, "post".to_owned()),
            "neighbour" => (self.neighbour, "post".to_owned()),
            "root" => (self.post, holder(&args)),
            other => panic!("{name}: nobody is called {other}"),
        };
        if args[..2] == ["keys", "sign"] {
            // What the holder types after reading.
            args.push("--yes".to_owned());
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut command: Command = post.command(&secret, &args);
        command.current_dir(self.stick.path()).env("TWINPOST_PIN_FILE", post.path("pin"));
        if line.at == "root" {
            command.env("TWINPOST_DIR", self.path("nobodys-post"));
        }
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{name}, at the {}: {}: {told}", line.at, line.words.join(" "));
        // The code is read over the telephone.
        let shown = String::from_utf8_lossy(&output.stdout);
        if let Some(code) = shown.lines().find_map(|line| line.strip_prefix("code ")) {
            self.words.retain(|(word, _)| *word != "CODE");
            self.words.push(("CODE", code.trim().to_owned()));
        }
    }

    /// A word of a command with what a person puts in for the words in capitals.
    fn put_in(&self, name: &str, word: &str) -> String {
        let is_capitals = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
        match self.words.iter().find(|(known, _)| *known == word) {
            Some((_, text)) => text.clone(),
            None => {
                assert!(!is_capitals, "{name}: nobody says what {word} is");
                word.to_owned()
            }
        }
    }
}

/// Who holds the key that is named, by his file of a passphrase; all of them where new ones are made.
fn holder(args: &[String]) -> String {
    if args[..3] == ["keys", "root", "rotate"] {
        return "holders".to_owned();
    }
    let key = args.iter().find(|arg| arg.ends_with(".key"));
    let number = key.and_then(|key| key.trim_end_matches(".key").rsplit('-').next());
    number.map_or_else(|| "holders".to_owned(), |number| format!("holder-{number}"))
}

/// The lines of the fenced blocks of a guide; each block says at whom it is done.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at: Option<String> = None;
    for line in text.lines().map(str::trim) {
        match (line.strip_prefix("```"), &at) {
            (Some(""), Some(_)) => at = None,
            (Some(opened), None) => {
                let who = opened.strip_prefix("sh ").unwrap_or_else(|| panic!("a block that says not at whom: {line}"));
                at = Some(who.to_owned());
            }
            (None, Some(at)) if !line.is_empty() => lines.push(Line { at: at.clone(), words: split(line) }),
            _ => {}
        }
    }
    assert!(at.is_none(), "a block that is not closed");
    lines
}

/// The words of a command as a shell splits them; what stands in double quotes is one.
fn split(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
