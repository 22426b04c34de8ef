//! Starts and stops chromedriver, and with it the browser.

use crate::error::{Error, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs};

/// How long chromedriver may take to close its browser.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);

/// How many of them may find no port.
const ATTEMPTS: u32 = 5;

/// Tells the chromedrivers of this process apart.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A chromedriver on a port of its own; dropping it closes its browser and removes the browser's profile.
#[derive(Debug)]
pub struct Chromedriver {
    child: Child,
    port: u16,
    /// Where the browser keeps its profile and its sockets; it leaves some of it behind.
    scratch: PathBuf,
    /// Kept open: chromedriver dies of a closed pipe.
    _stdout: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts one. The port that it chooses on IPv6 is now and then taken on IPv4; then it ends, and another one chooses.
    pub fn start() -> Result<Self> {
        let attempt = |_| Self::try_start();
        (1..ATTEMPTS).map(attempt).find(|driver| !matches!(driver, Err(Error::Unready(_)))).unwrap_or_else(Self::try_start)
    }

    fn try_start() -> Result<Self> {
        let scratch = env::temp_dir().join(format!("phone-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
        let unstarted = |cause| Error::NoProgram { name: "chromedriver", cause };
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").env("TMPDIR", &scratch).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(unstarted)?;
        fs::create_dir_all(&scratch).map_err(unstarted)?;
        let mut stdout = child.stdout.take().map(BufReader::new).ok_or_else(|| Error::Unready(String::new()))?;
        match read_port(&mut stdout) {
            Ok(port) => Ok(Self { child, port, scratch, _stdout: stdout }),
            Err(error) => {
                // It may have ended already, which is as good.
                let _ = child.kill().and_then(|()| child.wait());
                Err(error)
            }
        }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks for a shutdown: only chromedriver itself can end its browser.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(SHUTDOWN_TIMEOUT))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        if self.shut_down().is_err() {
            // A failure cannot be reported from `drop`.
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.scratch);
    }
}

/// `ChromeDriver was started successfully on port 41234.`
fn read_port(stdout: &mut impl BufRead) -> Result<u16> {
    let mut all = String::new();
    while stdout.read_line(&mut all).is_ok_and(|bytes| bytes > 0) {
        let port = all.lines().last().and_then(|line| line.split_once("successfully on port "));
        if let Some(port) = port.and_then(|(_, port)| port.trim().trim_end_matches('.').parse().ok()) {
            return Ok(port);
        }
    }
    Err(Error::Unready(all))
}

#[cfg(test)]
mod tests {
    use super::read_port;

    #[test]
    fn the_port_is_read_from_what_chromedriver_says() {
        let stdout = "Starting ChromeDriver 156.0 on port 0\nOnly local connections are allowed.\nChromeDriver was started successfully on port 41234.\n";
        assert_eq!(read_port(&mut stdout.as_bytes()).unwrap(), 41234);
        let broken = read_port(&mut "[SEVERE]: bind() failed\n".as_bytes()).unwrap_err();
        assert!(broken.to_string().contains("bind() failed"), "{broken}");
    }
}
