//! Whom the doors know: the visitors who are to come, and the members.

mod members;
mod visitors;

use super::{Site, host_frame, language_switch};
use crate::doors::AccessControl;
use crate::old_ui::element::{El, all};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::frame_link;
use crate::old_ui::tabs::{tab_link, tabs};
use crate::route::{HostRoute, Route};
use crate::text::Text;

pub fn visitors_page(site: Site) -> El {
    page(&site, &HostRoute::Access, |doors| visitors::visitors(&site, doors))
}

pub fn members_page(site: Site) -> El {
    page(&site, &HostRoute::Members, |_| members::members(&site))
}

fn page(site: &Site, shown: &HostRoute, content: impl FnOnce(AccessControl) -> El) -> El {
    let text = Text::here();
    let href = |route: HostRoute| site.href(&Route::Host(route));
    let today = href(HostRoute::Today);
    let content = || match site.doors {
        Some(doors) => {
            let way = |label, route: HostRoute| {
                let is_shown = route == *shown;
                tab_link(label, &href(route), is_shown)
            };
            let ways = [way(text.door_visitors(), HostRoute::Access), way(text.door_members(), HostRoute::Members)];
            all([tabs(text.which_doors(), ways), content(doors)])
        }
        None => empty(text.doors_off_title(), text.doors_off_detail(), Some((text.today(), &today))),
    };
    host_frame(site, shown, text.door_access(), [frame_link(text.today(), &today), language_switch()], content)
}
