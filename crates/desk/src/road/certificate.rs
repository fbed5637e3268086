//! The certificate under which a post is known on the road, and its key: made at first need, kept encrypted under the
//! passphrase of the post like its other keys, renewed for two years at a time.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use journal::{Item, PostName, PublicKey, SecretKey, SignatureBytes};
use rcgen::{
    CertificateParams, DistinguishedName, DnType, PKCS_ED25519, PublicKeyData, SerialNumber, SignatureAlgorithm,
};
use rustls::sign::CertifiedKey;
use rustls::{ClientConfig, ServerConfig};
use store::{Failure, KeptKey, KeyChange};

use super::pinned::{CourierKey, KnownPost, called, calling};
use crate::keys::form::{Form, map};
use crate::keys::{KeyError, KeyUse, Locked, Passphrase, PostSealer, fresh_key, post_end};
use crate::{Chance, Clock, Desk};

/// For how many years a certificate is made.
pub const CERTIFICATE_YEARS: i32 = 2;
/// The name in every certificate; nobody asks for it, and no computer can have it (RFC 6761).
const NAME: &str = "post.twinpost.invalid";
/// How large a kept certificate may be.
const LIMIT: usize = 10_000;

/// A post that can go on the road: its certificate with the key of it, open.
#[derive(Clone)]
pub struct Road {
    name: PostName,
    certificate: Vec<u8>,
    key: Arc<CertifiedKey>,
    clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for Road {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Road(of {})", self.name)
    }
}

impl Road {
    /// Side and post.
    pub const fn name(&self) -> &PostName {
        &self.name
    }

    /// The certificate in DER.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// TLS for calling the post with this certificate.
    pub fn calling(&self, other: &KnownPost) -> Result<Arc<ClientConfig>, Failure> {
        calling(&self.key, &other.certificate, &self.clock).map(Arc::new).map_err(unfit)
    }

    /// TLS for being called by posts with these certificates.
    pub fn called(&self, known: &[KnownPost]) -> Result<Arc<ServerConfig>, Failure> {
        called(&self.key, known, &self.clock).map(Arc::new).map_err(unfit)
    }
}

/// A certificate as it is kept beside its key.
pub(crate) struct KeptCertificate {
    /// In DER.
    pub der: Vec<u8>,
    /// From when, in milliseconds since 1970 UTC.
    pub from_ms: u64,
    /// Until before when.
    pub until_ms: u64,
}

impl KeptCertificate {
    fn to_bytes(&self) -> Vec<u8> {
        let number = |number: u64| Item::Int(number.into());
        let item = map([
            ("from", number(self.from_ms)),
            ("until", number(self.until_ms)),
            ("certificate", Item::Bytes(self.der.clone())),
        ]);
        item.to_bytes(LIMIT).unwrap_or_default()
    }

    /// The certificate of kept bytes.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut form = Form::read(bytes, LIMIT)?;
        let (from_ms, until_ms) = (form.number("from")?, form.number("until")?);
        let der = form.bytes("certificate")?;
        form.done()?;
        Some(Self { der, from_ms, until_ms })
    }
}

impl Desk {
    /// Opens the certificate of the post for the road; where there is none yet, makes one.
    pub fn open_road(&self, sealer: &PostSealer, passphrase: &Passphrase) -> Result<Road, KeyError> {
        let _one_at_a_time = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match self.kept_courier()? {
            Some(row) => self.opened_road(sealer, &row, passphrase),
            None => self.made_road(sealer, passphrase, None),
        }
    }

    /// Makes the certificate anew for another two years. With the same key the neighbours notice nothing; a new key
    /// has to be introduced to each of them.
    pub fn renew_certificate(
        &self,
        sealer: &PostSealer,
        passphrase: &Passphrase,
        has_new_key: bool,
    ) -> Result<Road, KeyError> {
        let _one_at_a_time = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let Some(row) = self.kept_courier()? else { return self.made_road(sealer, passphrase, None) };
        // Whoever cannot open the key that stands does not replace it either.
        let key = opened_key(&row, passphrase)?;
        if has_new_key {
            return self.made_road(sealer, passphrase, Some(&row));
        }
        let certificate = self.certificate_for(sealer.name(), &key)?;
        let kept = certificate.to_bytes();
        self.access.change_keys(&[KeyChange::Certify { public: row.public, certificate: kept }])?;
        Ok(self.road(sealer, key, certificate.der))
    }

    /// Until when the certificate of the post holds, in milliseconds since 1970 UTC; none where there is none yet.
    pub fn certificate_until_ms(&self) -> Result<Option<u64>, Failure> {
        let row = self.kept_courier()?;
        Ok(row.and_then(|row| KeptCertificate::read(&row.certificate)).map(|kept| kept.until_ms))
    }

    fn kept_courier(&self) -> Result<Option<KeptKey>, Failure> {
        let kept = self.access.keys()?;
        Ok(kept.into_iter().rfind(|key| key.kind == KeyUse::Courier.code() && key.ended_ms.is_none()))
    }

    fn opened_road(&self, sealer: &PostSealer, row: &KeptKey, passphrase: &Passphrase) -> Result<Road, KeyError> {
        let kept = KeptCertificate::read(&row.certificate).ok_or(KeyError::Damaged)?;
        if row.name != sealer.name().post {
            return Err(KeyError::OtherPost(row.name.clone()));
        }
        Ok(self.road(sealer, opened_key(row, passphrase)?, kept.der))
    }

    fn made_road(
        &self,
        sealer: &PostSealer,
        passphrase: &Passphrase,
        before: Option<&KeptKey>,
    ) -> Result<Road, KeyError> {
        let key = fresh_key(self.chance.as_ref());
        let name = sealer.name();
        let locked = Locked::lock(&key, (KeyUse::Courier, &name.post), passphrase, self.chance.as_ref())?;
        let certificate = self.certificate_for(name, &key)?;
        let mut changes: Vec<KeyChange> =
            before.iter().map(|before| post_end(before, self.now_ms(), "replaced")).collect();
        changes.push(KeyChange::Keep(KeptKey {
            public: locked.public.to_vec(),
            kind: KeyUse::Courier.code().to_owned(),
            name: name.post.clone(),
            sealed: locked.to_bytes(),
            certificate: certificate.to_bytes(),
            made_ms: self.now_ms(),
            ended_ms: None,
            reason: String::new(),
            failures: 0,
            locked_until_ms: 0,
        }));
        self.access.change_keys(&changes)?;
        Ok(self.road(sealer, key, certificate.der))
    }

    fn road(&self, sealer: &PostSealer, key: SecretKey, certificate: Vec<u8>) -> Road {
        let certified = CourierKey(key).certified(certificate.clone());
        Road { name: sealer.name().clone(), certificate, key: certified, clock: Arc::clone(&self.clock) }
    }

    fn certificate_for(&self, name: &PostName, key: &SecretKey) -> Result<KeptCertificate, Failure> {
        certificate_on(self.now(), name, key, self.chance.as_ref())
    }
}

fn opened_key(row: &KeptKey, passphrase: &Passphrase) -> Result<SecretKey, KeyError> {
    let locked = Locked::from_bytes(&row.sealed)?;
    if locked.public.as_slice() != row.public || locked.use_of != KeyUse::Courier || locked.name != row.name {
        return Err(KeyError::Damaged);
    }
    locked.unlock(passphrase)
}

/// A certificate from the day before, so that a clock that goes a little behind takes it, for two years.
fn certificate_on(
    now: Timestamp,
    name: &PostName,
    key: &SecretKey,
    chance: &dyn Chance,
) -> Result<KeptCertificate, Failure> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let from = today.yesterday().unwrap_or(today);
    let until = today.saturating_add(CERTIFICATE_YEARS.years());
    let day = |day: Date| rcgen::date_time_ymd(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let begin = |day: Date| day.to_zoned(TimeZone::UTC).map_or(0, |at| at.timestamp().as_millisecond().unsigned_abs());
    let mut serial = [0; 16];
    chance.fill(&mut serial);
    // A positive number (RFC 5280, section 4.1.2.2).
    serial[0] = serial[0] & 0x7f | 0x40;
    let mut params = CertificateParams::new(vec![NAME.to_owned()]).map_err(unfit)?;
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name.to_string());
    params.serial_number = Some(SerialNumber::from_slice(&serial));
    (params.not_before, params.not_after) = (day(from), day(until));
    let made = params.self_signed(&Certifying { key, public: key.public() }).map_err(unfit)?;
    Ok(KeptCertificate { der: made.der().to_vec(), from_ms: begin(from), until_ms: begin(until) })
}

fn unfit(fault: impl std::fmt::Display) -> Failure {
    Failure::Unfit(fault.to_string())
}

/// A key that signs its own certificate.
struct Certifying<'a> {
    key: &'a SecretKey,
    public: PublicKey,
}

impl PublicKeyData for Certifying<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.public.bytes()
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl rcgen::SigningKey for Certifying<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        let signature: SignatureBytes = self.key.sign(message);
        Ok(signature.to_vec())
    }
}
