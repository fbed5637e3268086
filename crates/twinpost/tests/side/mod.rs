//! A post with the real program: its folder, its keys, and the files of passphrases that its people hold.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The password of every officer in these tests.
pub const PASSWORD: &str = "a long enough password";

/// The folder of a post with certified keys, and beside it what its people hold.
pub struct Post {
    home: tempfile::TempDir,
}

/// The passphrases of the three holders of the root, one line each; any two of them sign.
const HOLDERS: [&str; 3] = ["passphrase of holder 1", "passphrase of holder 2", "passphrase of holder 3"];

impl Post {
    pub fn new(side: &str, keeper: &str, name: &str) -> Self {
        let post = Self { home: tempfile::tempdir().unwrap() };
        for (holder, phrase) in (1..).zip(HOLDERS) {
            post.secret(&format!("holder-{holder}"), &format!("{phrase}\n"));
        }
        post.secret("holders", &format!("{}\n", HOLDERS.join("\n")));
        post.secret("post", "the passphrase of the post\n");
        post.done(&["init", "--side", side, "--keeper", keeper]);
        post.by("holders", &["keys", "root", "new", "--side", side, "--out", "root"]);
        let until = ["--until", "2099-12-31", "--out", "post.request"];
        post.done(&[&["keys", "post", "new", "--name", name, "--root", "root/root-1.cose"], &until[..]].concat());
        for holder in ["1", "2"] {
            let key = format!("root/root-1-key-{holder}.key");
            post.by(&format!("holder-{holder}"), &["keys", "sign", "post.request", "--key", &key, "--yes"]);
        }
        let shown = post.done(&["keys", "root", "show", "root/root-1.cose", "--json"]);
        let shown: Value = serde_json::from_str(&shown).unwrap();
        let fingerprint = shown["fingerprint"].as_str().unwrap().to_owned();
        post.done(&["keys", "post", "install", "post.request", "--fingerprint", &fingerprint]);
        post
    }

    pub fn path(&self, name: &str) -> String {
        self.home.path().join(name).display().to_string()
    }

    pub fn secret(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o600)).unwrap();
    }

    pub fn command(&self, secret: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
        command.args(args).env_clear().stdin(Stdio::null()).current_dir(self.home.path());
        command.env("HOME", self.home.path()).env("TWINPOST_DIR", self.home.path().join("folder"));
        command.env("TWINPOST_PASSPHRASE_FILE", self.path(secret)).env("TWINPOST_PASSWORD", PASSWORD);
        command
    }

    pub fn by(&self, secret: &str, args: &[&str]) -> String {
        let output: Output = self.command(secret, args).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn done(&self, args: &[&str]) -> String {
        self.by("post", args)
    }

    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[args, &["--json"]].concat())).unwrap()
    }

    pub fn stopped(&self, code: i32, args: &[&str]) -> String {
        let output = self.command("post", args).output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {message}");
        message
    }

    /// Writes an introduction into the home of another post; gives its code.
    pub fn introduces_to(&self, other: &Self, file: &str, url: Option<&str>) -> String {
        let path = other.path(file);
        let mut args = vec!["peer", "introduce", "--replace", "--out", &path];
        args.extend(url.iter().flat_map(|url| ["--url", url]));
        self.json(&args)["code"].as_str().unwrap().to_owned()
    }
}
