//! Where the courier of a post is reached: `https`, a host and a port, and nothing else.

use std::fmt;
use std::str::FromStr;

/// The port where none is written.
const PORT: u16 = 443;
/// How long a host may be: the longest name of the DNS.
const HOST_LIMIT: usize = 253;

/// The address of a courier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The name or address of the computer; of IPv6 without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

/// A text that is no address of a courier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address of a courier is written https://host:port, without a path")]
pub struct NoAddress;

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let rest = text.strip_prefix("https://").ok_or(NoAddress)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match rest.strip_prefix('[').map(|inner| inner.split_once(']')) {
            Some(Some((host, after))) => {
                host.parse::<std::net::Ipv6Addr>().map_err(|_| NoAddress)?;
                let port = if after.is_empty() { None } else { Some(after.strip_prefix(':').ok_or(NoAddress)?) };
                (host, port)
            }
            Some(None) => return Err(NoAddress),
            None => match rest.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (rest, None),
            },
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
        if host.is_empty() || host.len() > HOST_LIMIT || !host.bytes().all(plain) {
            return Err(NoAddress);
        }
        let port = match port {
            None => PORT,
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok().filter(|port| *port > 0).ok_or(NoAddress)?
            }
            Some(_) => return Err(NoAddress),
        };
        Ok(Self { host: host.to_owned(), port })
    }
}

impl fmt::Display for Address {
    /// Host and port, as a header of HTTP names them.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port } = self;
        if host.contains(':') { write!(out, "[{host}]:{port}") } else { write!(out, "{host}:{port}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_port_over_https() {
        let read = |text: &str| text.parse::<Address>().map(|address| address.to_string());
        assert_eq!(read("https://station.example:7443"), Ok("station.example:7443".into()));
        assert_eq!(read("https://station.example/"), Ok("station.example:443".into()));
        assert_eq!(read("https://192.0.2.7:7443"), Ok("192.0.2.7:7443".into()));
        assert_eq!(read("https://[2001:db8::7]:7443"), Ok("[2001:db8::7]:7443".into()));
        assert_eq!(read("https://[2001:db8::7]"), Ok("[2001:db8::7]:443".into()));
        for wrong in [
            "http://station.example:7443",
            "station.example:7443",
            "https://",
            "https://:7443",
            "https://station.example:0",
            "https://station.example:70000",
            "https://station.example:+443",
            "https://officer@station.example",
            "https://station.example/pouch",
            "https://station.example?x",
            "https://[2001:db8::7]7443",
            "https://[2001:db8::7",
            "https://[station]:1",
            "https://station example",
            "https://2001:db8::7",
        ] {
            assert_eq!(read(wrong), Err(NoAddress), "{wrong}");
        }
    }
}
