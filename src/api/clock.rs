//! The server's clock.

use crate::{answer, endpoint, parameters};

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
        /// Milliseconds since 1970, UTC.
        pub sys_time_utc: Option<i64> = "sysTimeUTC",
    }
}
