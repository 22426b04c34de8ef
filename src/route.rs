//! Our own addresses. Nobody else writes a URL of ours.

use crate::domain::id::OrderId;
use crate::percent;

/// A screen and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Book a visit.
    Book,
    /// My visits.
    Visits,
    /// One of my visits.
    Visit(OrderId),
    /// An address that leads nowhere.
    NotFound,
}

impl Route {
    /// The path below the base path, percent-encoded.
    pub fn path(&self) -> String {
        match self {
            Self::Book => "/".to_owned(),
            Self::Visits => "/visits".to_owned(),
            Self::Visit(order) => format!("/visits/{}", percent::encode(order.as_str())),
            Self::NotFound => "/not-found".to_owned(),
        }
    }

    /// The screen at a path below the base path.
    pub fn parse(path: &str) -> Self {
        let segments: Vec<String> = path.split('/').filter(|segment| !segment.is_empty()).map(percent::decode).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [] | ["index.html"] => Self::Book,
            ["visits"] => Self::Visits,
            ["visits", order] => OrderId::parse(order).map_or(Self::NotFound, Self::Visit),
            _ => Self::NotFound,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_path() {
        let order = OrderId::parse("a/b ?%预约😀+1").unwrap();
        for route in [Route::Book, Route::Visits, Route::Visit(order), Route::NotFound] {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn paths() {
        assert_eq!(Route::Visit(OrderId::parse("a/b").unwrap()).path(), "/visits/a%2Fb");
        assert_eq!(Route::parse("/visits/"), Route::Visits);
        assert_eq!(Route::parse("/visits/%20"), Route::NotFound);
        assert_eq!(Route::parse("/nothing/here"), Route::NotFound);
    }
}
