//! TLS as two posts speak it: version 1.3 alone, a certificate from both, and of both exactly the key that stood in the
//! introduction. No authority is asked, no name is compared, nothing is resumed.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use journal::{PostName, SecretKey};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ResolvesClientCert, Resumption, verify_server_cert_signed_by_trust_anchor};
use rustls::crypto::{CryptoProvider, ring, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{NoServerSessionStorage, ParsedCertificate, ResolvesServerCert};
use rustls::sign::{CertifiedKey, Signer, SigningKey, SingleCertAndKey};
use rustls::time_provider::TimeProvider;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error, RootCertStore, ServerConfig,
    SignatureAlgorithm, SignatureScheme, version,
};

use crate::Clock;

/// A post with the certificate under which it was introduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPost {
    /// Side and post.
    pub name: PostName,
    /// The certificate in DER.
    pub certificate: Vec<u8>,
}

impl KnownPost {
    /// Whether this is the key in its certificate (RFC 5280, `SubjectPublicKeyInfo`).
    pub fn has_key(&self, key: &[u8]) -> bool {
        key_in(&self.certificate).is_some_and(|own| own == key)
    }
}

/// The key in a certificate, as it stands in it (RFC 5280, `SubjectPublicKeyInfo`); none where it cannot be read.
pub(super) fn key_in(certificate: &[u8]) -> Option<Vec<u8>> {
    let der = CertificateDer::from(certificate);
    let parsed = ParsedCertificate::try_from(&der).ok()?;
    Some(parsed.subject_public_key_info().as_ref().to_vec())
}

/// How a post with this certificate and key is the one that calls: only the post with the other key is spoken to.
pub(super) fn calling(own: &Arc<CertifiedKey>, other: &[u8], clock: &Arc<dyn Clock>) -> Result<ClientConfig, Error> {
    let pins = Pins::of([other])?;
    let time = Arc::new(DeskTime(Arc::clone(clock)));
    let builder = ClientConfig::builder_with_details(Arc::clone(&pins.provider), time);
    let builder = builder.with_protocol_versions(&[&version::TLS13])?;
    let resolver: Arc<dyn ResolvesClientCert> = Arc::new(SingleCertAndKey::from(Arc::clone(own)));
    let builder = builder.dangerous().with_custom_certificate_verifier(Arc::new(pins));
    let mut config = builder.with_client_cert_resolver(resolver);
    config.resumption = Resumption::disabled();
    config.enable_sni = false;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// How a post is the one that is called: only posts with one of these keys are answered.
pub(super) fn called(
    own: &Arc<CertifiedKey>,
    known: &[KnownPost],
    clock: &Arc<dyn Clock>,
) -> Result<ServerConfig, Error> {
    let pins = Pins::of(known.iter().map(|post| post.certificate.as_slice()))?;
    let time = Arc::new(DeskTime(Arc::clone(clock)));
    let builder = ServerConfig::builder_with_details(Arc::clone(&pins.provider), time);
    let builder = builder.with_protocol_versions(&[&version::TLS13])?;
    let resolver: Arc<dyn ResolvesServerCert> = Arc::new(SingleCertAndKey::from(Arc::clone(own)));
    let mut config = builder.with_client_cert_verifier(Arc::new(pins)).with_cert_resolver(resolver);
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// The keys that are spoken with.
#[derive(Debug)]
struct Pins {
    keys: Vec<Vec<u8>>,
    provider: Arc<CryptoProvider>,
}

impl Pins {
    fn of<'a>(certificates: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, Error> {
        let keys = certificates.into_iter().map(key_in).collect::<Option<Vec<_>>>();
        let keys = keys.ok_or(Error::InvalidCertificate(CertificateError::BadEncoding))?;
        Ok(Self { keys, provider: Arc::new(ring::default_provider()) })
    }

    /// The key must be one of those; then the certificate must be well made and hold on this day. A certificate that
    /// was renewed for the same key is as good as the one of the introduction.
    fn check(&self, certificate: &CertificateDer<'_>, more: &[CertificateDer<'_>], now: UnixTime) -> Result<(), Error> {
        let unknown = || Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let parsed = ParsedCertificate::try_from(certificate)?;
        let key = parsed.subject_public_key_info();
        if !more.is_empty() || !self.keys.iter().any(|known| known.as_slice() == key.as_ref()) {
            return Err(unknown());
        }
        // It vouches for itself: what is verified is its form, its signature and its days.
        let mut itself = RootCertStore::empty();
        itself.add(certificate.clone().into_owned())?;
        let algorithms = self.provider.signature_verification_algorithms.all;
        verify_server_cert_signed_by_trust_anchor(&parsed, &itself, &[], now, algorithms)
    }

    fn signed(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn older_version() -> Error {
        Error::General("TLS 1.3 alone is spoken".to_owned())
    }
}

impl ServerCertVerifier for Pins {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(end_entity, intermediates, now).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Self::older_version())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

impl ClientCertVerifier for Pins {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(end_entity, intermediates, now).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Self::older_version())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// The clock of the desk, for the days of certificates.
struct DeskTime(Arc<dyn Clock>);

impl fmt::Debug for DeskTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("DeskTime")
    }
}

impl TimeProvider for DeskTime {
    fn current_time(&self) -> Option<UnixTime> {
        let ms = u64::try_from(self.0.now().as_millisecond()).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_millis(ms)))
    }
}

/// The first bytes of an Ed25519 key in a certificate (RFC 8410, section 4); the 32 bytes of the key follow.
const ED25519: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// The secret key of the courier, which signs in conversations and wipes itself like every other.
#[derive(Clone, Debug)]
pub(super) struct CourierKey(pub(super) SecretKey);

impl CourierKey {
    /// A conversation is signed with this key under this certificate.
    pub(super) fn certified(self, certificate: Vec<u8>) -> Arc<CertifiedKey> {
        Arc::new(CertifiedKey::new(vec![CertificateDer::from(certificate)], Arc::new(self)))
    }
}

impl SigningKey for CourierKey {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        offered.contains(&SignatureScheme::ED25519).then(|| Box::new(self.clone()) as Box<dyn Signer>)
    }

    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        let whole = [ED25519.as_slice(), self.0.public().bytes()].concat();
        Some(SubjectPublicKeyInfoDer::from(whole))
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::ED25519
    }
}

impl Signer for CourierKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.0.sign(message).to_vec())
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}
