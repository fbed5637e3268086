//! Files of keys, backups of them and requests to a root, tried with any bytes: they travel on sticks from hand to hand.

use desk::keys::{KeyBackup, KeyError, Locked, Request};

/// A kept key or a request: it is read and written as it was, or refused for one of the reasons that people are told.
pub fn kept_key(bytes: &[u8]) {
    match Locked::from_bytes(bytes) {
        Ok(locked) => assert_eq!(locked.to_bytes(), bytes, "a kept key is written as it was read"),
        Err(fault) => assert!(matches!(fault, KeyError::Damaged | KeyError::Version), "{fault:?}"),
    }
    if let Ok(request) = Request::from_bytes(bytes) {
        assert_eq!(request.to_bytes(), bytes, "a request is written as it was read");
    }
    if let Ok(request) = Request::of_paper(bytes) {
        // Whatever it says, whether it is finished can be told without falling over.
        drop((request.missing(), request.finished(), request.in_force()));
    }
}

/// A backup of keys: it is read and written as it was, or refused for one of the reasons that people are told.
pub fn key_backup(bytes: &[u8]) {
    match KeyBackup::from_bytes(bytes) {
        Ok(backup) => {
            assert!(backup.to_bytes().is_ok_and(|again| again == bytes), "a backup is written as it was read");
            drop(backup.fingerprint());
        }
        Err(fault) => assert!(matches!(fault, KeyError::Damaged | KeyError::Version), "{fault:?}"),
    }
}
