//! The server's clock.

use super::call::ApiCall;
use crate::domain::clock;
use crate::domain::time::SiteTime;
use crate::{answer, endpoint, parameters};

/// What time it is at the site, in milliseconds since 1970; none where the answer makes no sense.
pub fn site_time() -> ApiCall<Option<i64>> {
    let unix = |answer: SysTimeDto| {
        clock::first_sensible(SiteTime::parse(&answer.sys_time).map(SiteTime::unix_millis), answer.sys_time_utc.parse().ok())
    };
    ApiCall::new(&GetServerTime {}, unix)
}

parameters! {
    /// Asks what time it is at the site, since a phone's clock may be wrong. `clientService/getSysTime`
    #[derive(Debug, Clone)]
    pub struct GetServerTime {}
}
endpoint!(GetServerTime, reads post "/api/v1/clientService/getSysTime" -> SysTimeDto);

answer! {
    pub struct SysTimeDto {
        /// ISO 8601 with an offset.
        pub sys_time: String = "sysTime",
        /// Milliseconds since 1970, as text; nobody says that all servers write it so.
        pub sys_time_utc: String = "sysTimeUTC",
    }
}
