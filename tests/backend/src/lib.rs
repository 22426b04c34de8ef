//! A visitorcs backend in memory: it speaks the contract, keeps a believable site alive by its own clock, and
//! lets tests and demos see and disturb everything. It is no product, and the front-end knows nothing of it.
//!
//! [`route`] holds the endpoints by noun, each a plain function from the site's [`site::State`] and a
//! [`request::ApiRequest`] to an [`response::ApiResult`]. [`control`] holds the routes under `/__standin/`. [`intercept`]
//! is the middleware that records calls and injects faults; [`connection`] can end a caller's connection.

use std::{io, net::SocketAddr, path::PathBuf};

use axum::{Router, middleware};
use serde_json::Value;
use tokio::{net::TcpListener, task::JoinHandle};

use self::{bundle::Bundle, site::Site};

pub mod booking;
pub mod bundle;
pub mod call;
pub mod clock;
pub mod connection;
pub mod control;
pub mod demo;
pub mod device;
pub mod fault;
pub mod feishu;
pub mod field;
pub mod filter;
pub mod gateway;
pub mod intercept;
pub mod js_sdk;
pub mod outbox;
pub mod page;
pub mod person;
pub mod picture;
pub mod request;
pub mod response;
pub mod route;
pub mod seed;
pub mod settings;
pub mod share;
pub mod site;
pub mod status;
pub mod visit;

/// How to start.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// 0 takes any free port.
    pub port: u16,
    /// The folder of a built bundle to serve beside the backend.
    pub dist: Option<PathBuf>,
    /// Whether the site has employees manage access control (`doorAccess` in its config.json).
    pub has_access_control: bool,
    /// Further settings, in place of the bundle's own; null for none.
    pub config: Value,
    /// Whether pages come with the content security policy of the bundle, if it has one.
    pub sends_policy: bool,
}

/// A running stand-in; dropping it stops the server and ends its connections.
#[derive(Debug)]
pub struct Running {
    pub address: SocketAddr,
    site: Site,
    server: JoinHandle<()>,
}

/// Starts a stand-in on 127.0.0.1, in the current tokio runtime.
pub async fn start(options: Options) -> io::Result<Running> {
    let listener = TcpListener::bind(("127.0.0.1", options.port)).await?;
    let address = listener.local_addr()?;
    let site = Site::default();
    let router = router(
        site.clone(),
        Bundle {
            folder: options.dist,
            has_access_control: options.has_access_control,
            config: options.config,
            sends_policy: options.sends_policy,
        },
    );
    let server = tokio::spawn(connection::accept(listener, router));
    Ok(Running { address, site, server })
}

impl Running {
    /// The site itself, for tests in the same process.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Runs until the process ends.
    pub async fn forever(mut self) {
        // The accepting task has no end of its own; a panic in it has already been printed.
        (&mut self.server).await.ok();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn router(site: Site, bundle: Bundle) -> Router {
    let files = Router::new().fallback(bundle::serve).with_state(bundle);
    let watched = route::router()
        .merge(js_sdk::router())
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(site.clone(), intercept::intercept));
    Router::new().nest("/__standin", control::router()).fallback_service(watched.with_state(site.clone())).with_state(site)
}
