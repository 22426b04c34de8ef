//! The pages of the member list. Feishu names the page after the last one by a token, which goes stale in time.

use crate::api::access::{ListAccessUsers, members};
use crate::api::error::{AccessRefusal, ApiError};
use crate::api::transport::Client;
use crate::context::use_client;
use crate::domain::access::{Member, UserIdType};
use crate::domain::paging::Page;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Fetches pages by their numbers.
#[derive(Debug, Clone)]
pub struct MemberPages {
    client: Client,
    /// The calls for the pages that are known to follow one that was fetched, by page number.
    calls: StoredValue<BTreeMap<usize, ListAccessUsers>>,
}

impl MemberPages {
    /// The pages for the component that is being built.
    pub fn here() -> Self {
        Self { client: use_client(), calls: StoredValue::new(BTreeMap::new()) }
    }

    /// Fetches a page, counted from 1; an empty one after the end. Where its token is stale, all pages down to it are
    /// fetched again: rows may have moved from one page to another, and the list shows each row once.
    pub fn fetch(&self, number: usize) -> impl Future<Output = Result<Page<Member>, ApiError>> + use<> {
        let pages = self.clone();
        async move {
            match pages.fetch_one(number).await {
                Err(ApiError::Access(AccessRefusal::PageTokenInvalid)) if number > 1 => pages.fetch_from_top(number).await,
                answer => answer,
            }
            .map(Page::of_unknown_total)
        }
    }

    async fn fetch_from_top(&self, last: usize) -> Result<Vec<Member>, ApiError> {
        let mut items = Vec::new();
        for number in 1..=last {
            items.extend(self.fetch_one(number).await?);
        }
        Ok(items)
    }

    async fn fetch_one(&self, number: usize) -> Result<Vec<Member>, ApiError> {
        let first = || ListAccessUsers::first(UserIdType::OpenId);
        let call = if number == 1 { Some(first()) } else { self.calls.try_with_value(|calls| calls.get(&number).cloned()).flatten() };
        let Some(call) = call else { return Ok(Vec::new()) };
        let (items, next) = self.client.send(members(call)).await?;
        self.calls.try_update_value(|calls| match next {
            Some(next) => calls.insert(number + 1, next),
            None => calls.remove(&(number + 1)),
        });
        Ok(items)
    }
}
