//! Serving pages and interface over HTTP, on this computer alone unless somebody in front speaks TLS.

use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use desk::Desk;

use crate::cli::Place;
use crate::courier::Beside;
use crate::stop::{Outcome, Stop};
use crate::{door, real, shown};

/// How long work that has begun is waited for when the program stops.
const STOP_WAIT: Duration = Duration::from_secs(20);

/// Serving.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// The address to listen at
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: String,
    /// A server in front speaks TLS: other addresses than this computer's own are allowed, cookies are for TLS only
    #[arg(long)]
    behind_tls: bool,
    /// How many requests a minute one officer or one token may send to the interface [default: 1200]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pace: Option<u32>,
    #[command(flatten)]
    beside: Beside,
}

impl Serve {
    /// Serves until the program is told to stop.
    pub fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        let listener = listen(&self.listen, self.behind_tls)?;
        let address = address_of(&listener)?;
        let desk = Arc::new(desk);
        let beside = self.beside.begin(&desk)?;
        shown::say(&format!("Twinpost answers at http://{address} and stops with Ctrl+C"));
        let options = web::Options { demo: None, behind_tls: self.behind_tls, pace: self.pace };
        match beside {
            Some(beside) => until_stopped(desk, listener, options, beside),
            None => until_stopped(desk, listener, options, std::future::pending()),
        }
    }
}

/// Listens at an address; one that other computers reach is refused unless TLS stands in front.
pub fn listen(address: &str, behind_tls: bool) -> Outcome<TcpListener> {
    let found = address
        .to_socket_addrs()
        .map_err(|fault| Stop::Usage(format!("\"{address}\" is no address like 127.0.0.1:8080: {fault}")))?;
    let found: Vec<SocketAddr> = found.collect();
    if let Some(open) = found.iter().find(|address| !address.ip().is_loopback())
        && !behind_tls
    {
        return Err(Stop::Usage(format!(
            "{open} can be reached from other computers, and passwords would cross the network unprotected: listen at \
             127.0.0.1, or put a server that speaks TLS in front and say --behind-tls"
        )));
    }
    TcpListener::bind(found.as_slice())
        .map_err(|fault| Stop::Unreachable(format!("cannot listen at {address}: {fault}")))
}

/// The address at which a listener listens.
pub fn address_of(listener: &TcpListener) -> Outcome<SocketAddr> {
    listener.local_addr().map_err(|fault| Stop::Unreachable(fault.to_string()))
}

/// Answers requests until the program is told to stop; what has to be noted goes to the error output.
/// `beside` runs beside the pages; they end with it when it breaks.
pub fn until_stopped(
    desk: Arc<Desk>,
    listener: TcpListener,
    options: web::Options,
    beside: impl Future<Output = std::io::Result<()>> + Send + 'static,
) -> Outcome {
    let plain = !shown::is_watched() || std::env::var_os("NO_COLOR").is_some();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(!plain).init();
    let tables = real::table_reader()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|fault| Stop::Failed(format!("the server cannot start: {fault}")))?;
    let ended = runtime.block_on(async {
        let beside = tokio::spawn(beside);
        tokio::select! {
            ended = web::serve(desk, Arc::new(tables), listener, options) => ended,
            ended = beside => ended.map_err(std::io::Error::other).flatten(),
        }
    });
    // What a neighbour still sends is not waited for: it comes again.
    runtime.shutdown_timeout(STOP_WAIT);
    ended.map_err(|fault| Stop::Failed(format!("the server stopped: {fault}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_others_reach_is_refused_without_tls() {
        for address in ["0.0.0.0:0", "[::]:0"] {
            assert!(
                matches!(listen(address, false), Err(Stop::Usage(text)) if text.contains("--behind-tls")),
                "{address}"
            );
        }
        assert!(listen("127.0.0.1:0", false).is_ok());
        assert!(matches!(listen("nowhere", false), Err(Stop::Usage(_))));
    }

    #[test]
    fn an_address_in_use_is_a_matter_of_the_network() {
        let first = listen("127.0.0.1:0", false).unwrap();
        let taken = address_of(&first).unwrap().to_string();
        assert!(matches!(listen(&taken, false), Err(Stop::Unreachable(_))));
    }
}
