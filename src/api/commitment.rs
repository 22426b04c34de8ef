//! What a site wants read and promised before a booking.

use super::call::ApiCall;
use super::channel::ApiContext;
use crate::domain::commitment::{Commitments, Letter, Statement};
use crate::domain::id::ProjectId;
use crate::{answer, endpoint, parameters};

/// What is to be read and promised before a booking.
pub fn commitments(context: &ApiContext) -> ApiCall<Commitments> {
    if context.in_mini_program() {
        return ApiCall::new(&GetCommitmentsInMiniProgram { project_id: context.project.clone() }, Commitments::from);
    }
    ApiCall::new(&GetCommitments {}, Commitments::from)
}

/// The notice to visitors of the park, where the site shows one.
pub fn park_notice() -> ApiCall<Option<Letter>> {
    ApiCall::new(&GetParkNotice {}, NoteAdmissionDto::letter)
}

parameters! {
    /// Asks for the commitments of a booking. `visitor/promise/info`
    #[derive(Debug, Clone)]
    pub struct GetCommitments {}
}
endpoint!(GetCommitments, reads post "/ui/v1/wechat/visitor/promise/info" -> PromiseAllResponse);

parameters! {
    /// Asks for the commitments of a booking at a site. `miniapp/visitor/promise/info`
    #[derive(Debug, Clone)]
    pub struct GetCommitmentsInMiniProgram {
        pub project_id: Option<ProjectId> = "projectId",
    }
}
endpoint!(GetCommitmentsInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/promise/info" -> PromiseAllResponse);

parameters! {
    /// Asks for the notice to visitors of the park, the same in every channel. `clientService/getNoteAdmission`
    #[derive(Debug, Clone)]
    pub struct GetParkNotice {}
}
endpoint!(GetParkNotice, reads get "/api/v1/clientService/getNoteAdmission" -> NoteAdmissionDto);

answer! {
    pub struct PromiseAllResponse {
        show_before_flag: bool = "showBeforeFlag",
        before_details: Vec<PromiseDetailDto> = "beforeDetails",
        show_in_flag: bool = "showInFlag",
        in_details: Vec<PromiseDetailDto> = "inDetails",
        show_inform_flag: bool = "showInformFlag",
        inform_details: PromiseInformDto = "informDetails",
    }
}

answer! {
    struct PromiseDetailDto {
        details_content: String = "detailsContent",
        promise_type: String = "promiseType",
    }
}

answer! {
    struct PromiseInformDto {
        details_name: String = "detailsName",
        details_content: String = "detailsContent",
    }
}

answer! {
    pub struct NoteAdmissionDto {
        title: String = "title",
        content: String = "content",
        status: String = "status",
    }
}

impl From<PromiseAllResponse> for Commitments {
    fn from(wire: PromiseAllResponse) -> Self {
        let shown = |flag: bool, details: Vec<PromiseDetailDto>| details.into_iter().filter(|_| flag).filter_map(statement).collect();
        let letter = letter(wire.inform_details.details_name, wire.inform_details.details_content);
        Self {
            before: shown(wire.show_before_flag, wire.before_details),
            letter: letter.filter(|_| wire.show_inform_flag),
            in_form: shown(wire.show_in_flag, wire.in_details),
        }
    }
}

impl NoteAdmissionDto {
    /// The notice, where the site has switched it on (`status` 1) and written something.
    pub fn letter(self) -> Option<Letter> {
        letter(self.title, self.content).filter(|_| self.status == "1")
    }
}

/// `promiseType` 1 is a closing remark, 2 a question; what else may come is shown as a remark.
fn statement(wire: PromiseDetailDto) -> Option<Statement> {
    let content = wire.details_content;
    let made = if wire.promise_type == "2" { Statement::Question } else { Statement::Remark };
    (!content.trim().is_empty()).then(|| made(content))
}

fn letter(title: String, content: String) -> Option<Letter> {
    (!content.trim().is_empty()).then_some(Letter { title, content })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn commitments(data: &str) -> Commitments {
        json::read::<PromiseAllResponse>(&serde_json::from_str(data).unwrap(), "data").unwrap().into()
    }

    #[test]
    fn the_documented_example_is_read_though_its_lists_are_words() {
        let read = commitments(
            r#"{"beforeDetails":"xxx","inDetails":"xxx","informDetails":{"detailsContent":"详情内容","detailsName":""},"showBeforeFlag":true,"showInFlag":true,"showInformFlag":true}"#,
        );
        assert_eq!(
            read,
            Commitments { letter: Some(Letter { title: String::new(), content: "详情内容".into() }), ..Commitments::default() }
        );
    }

    #[test]
    fn only_what_the_site_switched_on_is_shown() {
        let details = r#"[{"detailsContent":"14天内无发热?","promiseType":2},{"detailsContent":"谢谢","promiseType":"1"},{"detailsContent":" ","promiseType":1}]"#;
        let both = |before: bool, inside: bool| {
            commitments(&format!(
                r#"{{"showBeforeFlag":{before},"beforeDetails":{details},"showInFlag":"{}","inDetails":{details},"informDetails":null}}"#,
                u8::from(inside)
            ))
        };
        let statements = vec![Statement::Question("14天内无发热?".into()), Statement::Remark("谢谢".into())];
        assert_eq!(both(true, false), Commitments { before: statements.clone(), ..Commitments::default() });
        assert_eq!(both(false, true), Commitments { in_form: statements, ..Commitments::default() });
    }

    #[test]
    fn a_park_notice_needs_its_switch_and_a_text() {
        let notice = |status: &str, content: &str| {
            NoteAdmissionDto { title: "入园须知".into(), content: content.into(), status: status.into() }.letter()
        };
        assert!(notice("1", "遵守秩序").is_some());
        assert!(notice("0", "遵守秩序").is_none() && notice("1", " ").is_none());
    }
}
