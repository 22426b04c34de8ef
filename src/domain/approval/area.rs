//! Into which areas an approval lets visitors: as each asked, or into those that the employee ticked.

use super::Decidable;
use crate::domain::id::AreaId;
use crate::domain::venue::Area;

/// Into which areas an approval lets its visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AreaGrant {
    /// Each into those that they asked for.
    AsRequested,
    /// All into these.
    Areas(TickedAreas),
}

/// Areas that were ticked: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TickedAreas(Vec<AreaId>);

/// What is ticked while an employee approves. "As requested" and the areas exclude each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AreaChoice {
    AsRequested,
    /// None where the employee unticked all.
    Areas(Vec<AreaId>),
}

impl TickedAreas {
    /// None where no area is ticked: the backend would take that for "as requested".
    pub fn parse(ids: Vec<AreaId>) -> Option<Self> {
        (!ids.is_empty()).then_some(Self(ids))
    }

    pub fn ids(&self) -> &[AreaId] {
        &self.0
    }
}

impl AreaChoice {
    /// What is ticked at first: the areas asked for, the site's own where nobody asked; "as requested" where they differ
    /// or the site lists none of them.
    pub fn proposed(visits: &[Decidable], site: &[Area]) -> Self {
        let Some((first, others)) = visits.split_first() else { return Self::AsRequested };
        if others.iter().any(|other| other.areas != first.areas) {
            return Self::AsRequested;
        }
        let is_proposed = |area: &&Area| if first.areas.is_empty() { area.preselected } else { first.areas.contains(&area.id) };
        let areas: Vec<AreaId> = site.iter().filter(is_proposed).map(|area| area.id.clone()).collect();
        if areas.is_empty() { Self::AsRequested } else { Self::Areas(areas) }
    }

    pub fn has(&self, area: &AreaId) -> bool {
        matches!(self, Self::Areas(areas) if areas.contains(area))
    }

    /// Ticks an area, or unticks it.
    pub fn toggle(&mut self, area: &AreaId) {
        match self {
            Self::AsRequested => *self = Self::Areas(vec![area.clone()]),
            Self::Areas(areas) => match areas.iter().position(|known| known == area) {
                Some(at) => drop(areas.remove(at)),
                None => areas.push(area.clone()),
            },
        }
    }

    /// Ticks "as requested", or unticks it, which leaves nothing ticked.
    pub fn toggle_as_requested(&mut self) {
        *self = if *self == Self::AsRequested { Self::Areas(Vec::new()) } else { Self::AsRequested };
    }

    /// What is granted by it; none where nothing is ticked.
    pub fn grant(&self) -> Option<AreaGrant> {
        match self {
            Self::AsRequested => Some(AreaGrant::AsRequested),
            Self::Areas(areas) => TickedAreas::parse(areas.clone()).map(AreaGrant::Areas),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OrderId;
    use crate::domain::visit::HostVisitId;

    fn area(id: &str) -> AreaId {
        AreaId::parse(id).unwrap()
    }

    fn asking(areas: &[&str]) -> Decidable {
        let order = OrderId::parse("7").unwrap();
        let areas = areas.iter().filter_map(|area| AreaId::parse(area)).collect();
        Decidable { id: HostVisitId::Order(order.clone()), order, visitor_name: "林知夏".into(), areas }
    }

    #[test]
    fn areas_are_proposed_as_they_were_asked_for() {
        let listed = |id: &str, preselected| Area { id: area(id), name: id.into(), remark: String::new(), preselected };
        let site = [listed("lobby", true), listed("lab", false), listed("dock", false)];
        let proposed = |visits: &[Decidable]| AreaChoice::proposed(visits, &site);
        let ticked = |id: &str| AreaChoice::Areas(vec![area(id)]);
        assert_eq!(proposed(&[asking(&["lab", "gone"])]), ticked("lab"));
        assert_eq!(proposed(&[asking(&[])]), ticked("lobby"));
        assert_eq!(proposed(&[asking(&["lab"]), asking(&["lab"])]), ticked("lab"));
        assert_eq!(proposed(&[asking(&["lab"]), asking(&["dock"])]), AreaChoice::AsRequested);
        assert_eq!(proposed(&[asking(&["gone"])]), AreaChoice::AsRequested);
        assert_eq!((proposed(&[]), AreaChoice::proposed(&[asking(&["lab"])], &[])), (AreaChoice::AsRequested, AreaChoice::AsRequested));
    }

    #[test]
    fn nothing_ticked_grants_nothing_and_as_requested_is_a_choice_of_its_own() {
        let mut choice = AreaChoice::Areas(vec![area("lab")]);
        choice.toggle(&area("lab"));
        assert_eq!(choice.grant(), None);
        choice.toggle_as_requested();
        assert_eq!(choice.grant(), Some(AreaGrant::AsRequested));
        choice.toggle(&area("dock"));
        assert!(choice.has(&area("dock")) && choice != AreaChoice::AsRequested);
        assert_eq!(choice.grant(), TickedAreas::parse(vec![area("dock")]).map(AreaGrant::Areas));
        choice.toggle_as_requested();
        choice.toggle_as_requested();
        assert_eq!(choice.grant(), None);
    }
}
