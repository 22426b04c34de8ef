//! Accepts connections, and can break one off in the middle of a call.

use std::{future::pending, sync::Arc};

use axum::{Extension, Router, response::Response};
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinSet,
};

/// A handle on a caller's connection, by which a handler may end it.
#[derive(Debug, Clone, Default)]
pub struct Connection(Arc<Notify>);

/// Not the beginning of any HTTP response.
///
/// A browser sends a call again by itself, even a POST, when a kept-alive connection ends before the first
/// byte of the response. That second call would undo the fault, so one meaningless byte is sent.
const GARBAGE: &[u8] = b"\0";

impl Connection {
    /// Ends the connection without a response; the handler is dropped with it.
    pub async fn abort(&self) -> Response {
        self.0.notify_one();
        pending().await
    }
}

/// Serves `router` until the task is aborted, which ends every connection too.
pub async fn accept(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, router.clone()));
                }
                // Out of file descriptors, or a caller gone before we looked: let others finish first.
                Err(_) => tokio::task::yield_now().await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, router: Router) {
    let handle = Connection::default();
    let answer = TowerToHyperService::new(router.layer(Extension(handle.clone())));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
    tokio::select! {
        // Callers come and go: an error here is theirs, and they have seen it.
        _ = &mut connection => {}
        () = handle.0.notified() => {
            let mut stream = connection.into_parts().io.into_inner();
            // The caller may have closed the connection first, which is as good.
            stream.write_all(GARBAGE).await.ok();
        }
    }
}
