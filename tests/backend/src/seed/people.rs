//! Hosts, places and areas.

use crate::person::{Area, Directory, Host, Place};

/// Everybody and everything that can be visited.
pub fn directory() -> Directory {
    let wang = host("P1001", "oHostWang", "王建国", "13800000001", ("D01", "研发中心"));
    let li = host("P1002", "oHostLi", "李敏", "13800000002", ("D02", "采购部"));
    let chen = host("P1003", "oHostChen", "陈思远", "13800000003", ("D03", "设备动力部"));
    Directory {
        places: vec![Place { name: "展厅".into(), host: li.clone() }, Place { name: "物流月台".into(), host: chen.clone() }],
        hosts: vec![wang, li, chen],
        areas: vec![area("A01", "园区北门", "访客中心登记后进入", true), area("A02", "研发楼", "须由被访人陪同", false)],
    }
}

fn host(person_id: &str, open_id: &str, name: &str, phone: &str, department: (&str, &str)) -> Host {
    Host {
        person_id: person_id.into(),
        open_id: open_id.into(),
        name: name.into(),
        phone: phone.into(),
        department_id: department.0.into(),
        department: department.1.into(),
    }
}

fn area(id: &str, name: &str, remark: &str, chosen: bool) -> Area {
    Area { id: id.into(), name: name.into(), remark: remark.into(), chosen }
}
