//! A post with the real program that serves, with its courier at a port.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use crate::side::Post;

/// The program that serves, until the test is over.
pub struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves with the courier at a port; gives back once it says that it is reached there.
pub fn serving(post: &Post, port: u16) -> Serving {
    let courier = format!("127.0.0.1:{port}");
    let mut command = post.command("post", &["serve", "--listen", "127.0.0.1:0", "--courier", &courier]);
    let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let told = BufReader::new(child.stderr.take().unwrap());
    let mut lines = told.lines().map_while(Result::ok);
    assert!(
        lines.any(|line| line.contains("The courier of ") && line.contains(" is reached at port")),
        "it does not serve"
    );
    // What is told later has to go somewhere.
    std::thread::spawn(move || lines.for_each(drop));
    Serving(child)
}
