use super::*;
use crate::domain::booking::field::Kind;
use crate::domain::visit::Status;

pub fn offer(precision: Precision) -> Offer {
    let area = |id: &str, preselected| Area { id: AreaId::parse(id).unwrap(), name: id.into(), remark: String::new(), preselected };
    let kind = VisitorType { id: VisitorTypeId::parse("T1").unwrap(), name: "贵宾".into() };
    Offer {
        precision,
        purposes: vec!["参观交流".into()],
        needs_purpose: true,
        types: vec![kind],
        areas: vec![area("A01", true), area("A02", false)],
    }
}

fn at(text: &str) -> SiteTime {
    SiteTime::parse(text).unwrap()
}

fn now() -> SiteTime {
    at("2026-11-21T09:14:42")
}

fn filled(precision: Precision) -> Draft {
    let mut draft = Draft::new(&offer(precision));
    draft.guests = vec![Guest { name: " 林知夏 ".into(), phone: "139 1234 5678".into() }];
    draft.set_start(if precision == Precision::Day { "2026-11-22" } else { "2026-11-22T10:00" }.into(), precision);
    draft.purpose = "参观交流".into();
    draft
}

fn problems(draft: &Draft, precision: Precision) -> Vec<(Spot, Cause)> {
    draft.check(&offer(precision), now()).unwrap_err().into_iter().map(|problem| (problem.spot, problem.cause)).collect()
}

fn stay(draft: &Draft, precision: Precision) -> (String, String) {
    let invitations = draft.check(&offer(precision), now()).unwrap();
    (invitations[0].stay.start.minute_text(), invitations[0].stay.end.minute_text())
}

#[test]
fn what_is_complete_becomes_one_invitation_a_guest() {
    let mut draft = filled(Precision::Minute);
    draft.guests.push(Guest { name: "周航".into(), phone: "13912345679".into() });
    let invitations = draft.check(&offer(Precision::Minute), now()).unwrap();
    let who: Vec<_> = invitations.iter().map(|invitation| (invitation.name.as_str(), invitation.phone.as_str())).collect();
    assert_eq!(who, [("林知夏", "13912345678"), ("周航", "13912345679")]);
    assert_eq!(invitations[0].stay, invitations[1].stay);
    assert_eq!(invitations[0].areas, [AreaId::parse("A01").unwrap()], "preselected");
    assert_eq!(stay(&draft, Precision::Minute), ("2026-11-22 10:00".into(), "2026-11-22 12:00".into()), "two hours, unless told otherwise");
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place_in_the_order_of_the_screen() {
    let mut draft = filled(Precision::Minute);
    draft.guests = ["13912345678", "", "1391", "139-1234-5678"].map(|phone| Guest { name: "林".into(), phone: phone.into() }).into();
    draft.guests[1].name = " ".into();
    (draft.start, draft.end, draft.purpose) = (String::new(), "morgen".into(), " ".into());
    draft.areas.clear();
    let expected = [
        (Spot::GuestName(1), Cause::Missing),
        (Spot::GuestPhone(1), Cause::Missing),
        (Spot::GuestPhone(2), Cause::NotAPhone),
        (Spot::GuestPhone(3), Cause::Twice),
        (Spot::Start, Cause::Missing),
        (Spot::End, Cause::NotATime),
        (Spot::Purpose, Cause::Missing),
        (Spot::Areas, Cause::Missing),
    ];
    assert_eq!(problems(&draft, Precision::Minute), expected);
}

#[test]
fn a_visit_starts_now_at_the_earliest_and_ends_after_that() {
    let mut draft = filled(Precision::Minute);
    (draft.start, draft.end) = ("2026-11-21T09:14".into(), "2026-11-21T09:15".into());
    assert!(draft.check(&offer(Precision::Minute), now()).is_ok(), "this very minute");
    (draft.start, draft.end) = ("2026-11-21T09:13".into(), "2026-11-21T09:13".into());
    assert_eq!(problems(&draft, Precision::Minute), [(Spot::Start, Cause::InThePast), (Spot::End, Cause::EndsBeforeItStarts)]);
}

#[test]
fn a_day_lasts_from_its_first_minute_to_its_last() {
    let mut draft = filled(Precision::Day);
    assert_eq!(stay(&draft, Precision::Day), ("2026-11-22 00:00".into(), "2026-11-22 23:59".into()));
    draft.end = "2026-11-24".into();
    assert_eq!(stay(&draft, Precision::Day).1, "2026-11-24 23:59");
    draft.set_start("2026-11-25".into(), Precision::Day);
    assert_eq!(draft.end, "2026-11-25", "moved along");
    (draft.start, draft.end) = ("2026-11-21".into(), "2026-11-21".into());
    assert_eq!(stay(&draft, Precision::Day), ("2026-11-21 09:19".into(), "2026-11-21 23:59".into()), "what is left of today");
    draft.start = "2026-11-20".into();
    assert_eq!(problems(&draft, Precision::Day), [(Spot::Start, Cause::InThePast)]);
}

#[test]
fn inviting_again_keeps_all_but_a_time_that_has_passed_and_areas_that_are_gone() {
    let visit = |start: &str, end: &str| Visit {
        stay: Some(Stay { start: at(start), end: at(end) }),
        visitor_name: "魏征远".into(),
        visitor_phone: "13900000055".into(),
        purpose: "商务洽谈".into(),
        visitor_type: VisitorTypeId::parse("T1"),
        areas: ["A02", "A99"].iter().filter_map(|id| AreaId::parse(id)).collect(),
        ..Visit::standing(Status::InvitationOverdue)
    };
    let offer = offer(Precision::Minute);
    let draft = Draft::like(&visit("2026-11-20 14:00", "2026-11-20 16:00"), &offer, now());
    assert_eq!(draft.guests, [Guest { name: "魏征远".into(), phone: "13900000055".into() }]);
    assert_eq!((draft.start.as_str(), draft.purpose.as_str(), draft.visitor_type.as_str()), ("", "商务洽谈", "T1"));
    assert_eq!(draft.areas, [AreaId::parse("A02").unwrap()]);
    let draft = Draft::like(&visit("2026-11-23 14:00", "2026-11-23 16:00"), &offer, now());
    assert_eq!((draft.start.as_str(), draft.end.as_str()), ("2026-11-23T14:00", "2026-11-23T16:00"));
}

#[test]
fn the_official_account_s_form_tells_purposes_and_kinds() {
    use crate::domain::booking::fixture::field;
    let choice = |value: &str, text: &str| Choice { value: value.into(), text: text.into() };
    let purpose = Field { required: true, ..field("visitorPurpose", Kind::Choice(vec![choice("参观", "参观")])) };
    let kind = field("visitorTypeId", Kind::Choice(vec![choice("V1", "贵宾"), choice("", "无")]));
    let offer = Offer::from_form(&[purpose, kind], Vec::new());
    assert_eq!((offer.purposes, offer.needs_purpose, offer.precision), (vec!["参观".to_owned()], true, Precision::Minute));
    assert_eq!(offer.types.iter().map(|kind| (kind.id.as_str(), kind.name.as_str())).collect::<Vec<_>>(), [("V1", "贵宾")]);
    let offer = Offer::from_form(&[], Vec::new());
    assert!(offer.purposes.is_empty() && !offer.needs_purpose && offer.types.is_empty());
}
