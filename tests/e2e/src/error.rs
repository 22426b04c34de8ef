//! Why a story failed, with what it takes to understand it without another run.

use fantoccini::error::{CmdError, NewSessionError};
use std::fmt;
use std::io;
use std::path::PathBuf;

/// The result of a story or of one of its steps.
pub type Result<T = (), E = Error> = std::result::Result<T, E>;

/// What went wrong.
pub enum Error {
    /// There is no built bundle in that folder.
    NoBundle(PathBuf),
    /// The bundle has no file that ends in this: it is a debug bundle.
    NotSplit(String),
    /// A program that the stories need cannot be started.
    NoProgram {
        name: &'static str,
        cause: io::Error,
    },
    /// chromedriver started and said something unexpected, or nothing.
    Unready(String),
    /// The stand-in cannot be started.
    NoSite(io::Error),
    NoSession(NewSessionError),
    Driver(CmdError),
    /// What the story waited for did not come.
    NotSeen {
        wanted: String,
        screen: String,
        picture: Option<PathBuf>,
        last: Option<String>,
    },
    /// The console reported a crash of the program.
    Crashed(Vec<String>),
}

impl From<CmdError> for Error {
    fn from(error: CmdError) -> Self {
        Self::Driver(error)
    }
}

impl From<NewSessionError> for Error {
    fn from(error: NewSessionError) -> Self {
        Self::NoSession(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoBundle(folder) => {
                write!(
                    f,
                    "there is no built bundle in {}: run `cargo xtask dist` first, or `cargo xtask test`, which does.",
                    folder.display()
                )
            }
            Self::NotSplit(ending) => write!(f, "the bundle holds no file *{ending}: this story needs a release bundle."),
            Self::NoProgram { name, cause } => {
                write!(f, "{name} cannot be started ({cause}): run `cargo xtask test`, which installs it.")
            }
            Self::Unready(said) => write!(f, "chromedriver did not say its port but {said:?}."),
            Self::NoSite(cause) => write!(f, "the stand-in backend cannot be started: {cause}."),
            Self::NoSession(cause) => write!(f, "chromedriver gave no browser: {cause}"),
            Self::Driver(cause) => write!(f, "the browser refused: {cause}"),
            Self::NotSeen { wanted, screen, picture, last } => {
                write!(f, "waited in vain: {wanted}.")?;
                last.iter().try_for_each(|last| write!(f, "\nthe last look failed: {last}"))?;
                picture.iter().try_for_each(|picture| write!(f, "\nscreenshot: {}", picture.display()))?;
                write!(f, "\nthe screen says:\n{}", indented(screen))
            }
            Self::Crashed(said) => write!(f, "the program crashed; the console says:\n{}", indented(&said.join("\n"))),
        }
    }
}

/// Test runners print errors by `Debug`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn indented(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("    {line}\n")).collect()
}
