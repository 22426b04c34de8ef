//! `standin --port 8089 --dist dist`: the stand-in backend as a program.

use std::{fmt, io, path::PathBuf, process::ExitCode};

use standin::{Options, demo, start};
use tokio::runtime::Builder;

const DEFAULT_PORT: u16 = 8089;

const USAGE: &str = "usage: standin [--port <number>] [--dist <folder of the built bundle>]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), StartError> {
    let options = parse(std::env::args().skip(1))?;
    let (port, has_bundle) = (options.port, options.dist.is_some());
    let runtime = Builder::new_current_thread().enable_all().build().map_err(StartError::Start)?;
    runtime.block_on(async {
        let running = start(options).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => StartError::PortBusy(port),
            _ => StartError::Start(error),
        })?;
        println!("standin ready on http://{}", running.address);
        if has_bundle {
            println!("{}\n  Ctrl-C stops.\n", demo::listing(&format!("http://{}", running.address)));
        }
        running.forever().await;
        Ok(())
    })
}

/// Why the program does not run, one sentence each.
#[derive(Debug)]
enum StartError {
    Usage(String),
    PortBusy(u16),
    NoBundle(PathBuf),
    Start(io::Error),
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Options, StartError> {
    let mut options = Options { port: DEFAULT_PORT, dist: None, has_access_control: false, config: demo::config(), sends_policy: true };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| StartError::Usage(format!("{word} needs a value")));
        match word.as_str() {
            "--port" => options.port = port(&value()?)?,
            "--dist" => options.dist = Some(bundle(value()?)?),
            _ => return Err(StartError::Usage(format!("unknown argument {word}"))),
        }
    }
    Ok(options)
}

fn port(text: &str) -> Result<u16, StartError> {
    text.parse().map_err(|_| StartError::Usage(format!("{text} is not a port number")))
}

fn bundle(text: String) -> Result<PathBuf, StartError> {
    let folder = PathBuf::from(text);
    match folder.join("index.html").is_file() {
        true => Ok(folder),
        false => Err(StartError::NoBundle(folder)),
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(reason) => write!(f, "standin: {reason}\n{USAGE}"),
            Self::PortBusy(port) => write!(f, "standin: port {port} is in use; choose another with --port."),
            Self::NoBundle(folder) => {
                write!(f, "standin: {} has no index.html; build the bundle first.", folder.display())
            }
            Self::Start(error) => write!(f, "standin: cannot start: {error}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_PORT, StartError, parse};

    fn parsed(line: &str) -> Result<u16, String> {
        let options = parse(line.split_whitespace().map(str::to_owned));
        options.map(|options| options.port).map_err(|error| error.to_string())
    }

    #[test]
    fn the_port_is_read_or_the_default() {
        assert_eq!(parsed(""), Ok(DEFAULT_PORT));
        assert_eq!(parsed("--port 9000"), Ok(9000));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(parsed("--port").unwrap_err().contains("--port needs a value"));
        assert!(parsed("--port http").unwrap_err().contains("http is not a port number"));
        assert!(parsed("--verbose").unwrap_err().contains("unknown argument --verbose"));
        assert!(parsed("--dist /nowhere").unwrap_err().contains("/nowhere has no index.html"));
        assert!(StartError::PortBusy(80).to_string().contains("port 80 is in use"));
    }
}
