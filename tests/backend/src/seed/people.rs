//! Hosts, places and areas.

use super::{DEMO_VISITOR, ENTERPRISE, LEADER, PROJECT};
use crate::{
    device::Device,
    person::{Account, Area, Directory, Enterprise, Host, Place},
};

/// Everybody and everything that can be visited.
pub fn directory() -> Directory {
    let wang = host("P1001", "oHostWang", "王建国", "13800000001", ("D01", "研发中心"));
    let li = host("P1002", "oHostLi", "李敏", "13800000002", ("D02", "采购部"));
    let chen = host("P1003", "oHostChen", "陈思远", "13800000003", ("D03", "设备动力部"));
    let zhao = host("P1004", "oHostZhao", "赵倩", "13800000004", ("D04", "人力资源部"));
    Directory {
        places: vec![Place { name: "展厅".into(), host: li.clone() }, Place { name: "物流月台".into(), host: chen.clone() }],
        hosts: vec![wang, li, chen, zhao],
        areas: vec![area("A01", "园区北门", "访客中心登记后进入", true), area("A02", "研发楼", "须由被访人陪同", false)],
        devices: devices(),
        accounts: accounts(),
        enterprises: enterprises(),
    }
}

fn devices() -> Vec<Device> {
    let device = |area: &str, name: &str, is_for_cars| Device { area_id: area.into(), name: name.into(), is_for_cars };
    vec![
        device("A01", "北门车辆道闸", true),
        device("A01", "北门人行闸机 1 号", false),
        device("A01", "北门人行闸机 2 号", false),
        device("A02", "研发楼一层门禁一体机", false),
        device("A02", "研发楼电梯厅闸机", false),
    ]
}

fn accounts() -> Vec<Account> {
    let account = |open_id: &str, name: &str, phone: &str, work_unit: &str| Account {
        open_id: open_id.into(),
        name: name.into(),
        phone: phone.into(),
        work_unit: work_unit.into(),
    };
    vec![
        account(DEMO_VISITOR, "张晓雯", "13900000001", "上海启明仪器有限公司"),
        account(LEADER, "何佳怡", "13900000021", "苏州锐成自动化有限公司"),
        account("oVisitorLuo", "罗宇航", "13900000022", "苏州锐成自动化有限公司"),
        account("oVisitorTang", "唐思琪", "13900000023", "苏州锐成自动化有限公司"),
        account("oVisitorDeng", "邓浩", "13900000024", "宁波港联物流有限公司"),
    ]
}

/// The tenants of the park; the hosts of this backend belong to the first.
fn enterprises() -> Vec<Enterprise> {
    let enterprise =
        |code: &str, name: &str, project_id: &str| Enterprise { code: code.into(), name: name.into(), project_id: project_id.into() };
    vec![
        enterprise("913100001001", ENTERPRISE, PROJECT),
        enterprise("913100001002", "上海临港新材料科技有限公司", "122228959455557"),
        enterprise("913100001003", "临港海岳智能装备有限公司", "122228959455558"),
        enterprise("913100001004", "上海申联精密机械有限公司", "122228959455559"),
    ]
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
