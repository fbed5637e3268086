//! Search as officers use it: numbers, markers, dates, names and words in five languages, page by page, and nothing that
//! was typed is ever more than text.

use std::collections::BTreeSet;

use desk::{Desk, Meaning, Nearness, Search, SearchView, Vocabulary};
use domain::{Grade, OfficerId};
use serde_json::json;
use testkit::{Post, quarter_script, unit};

const GATE: &str = "vn-bg-laocai-gate";
const BATXAT: &str = "vn-bg-batxat";

/// A post with an officer of the gate who records and finds.
struct Gate {
    post: Post,
    officer: OfficerId,
}

impl Gate {
    fn founded(seed: u64) -> Self {
        let post = Post::founded(seed);
        let officer = post.enlist("finder", GATE, "officer", "unit", "internal");
        Self { post, officer }
    }

    /// Records a visit; gives its identity.
    fn visit(&self, purpose: &str, held_on: &str) -> String {
        self.visit_with("cp-laocai-gate-talks", purpose, held_on)
    }

    fn visit_with(&self, counterpart: &str, purpose: &str, held_on: &str) -> String {
        let record = json!({ "command": "record", "counterpart": counterpart, "held_on": held_on,
            "purpose": purpose, "own_participants": 2, "other_participants": 2, "place": "Bridge" });
        self.post.act(&self.officer, "visit", None, record).record
    }

    fn search(&self, text: &str) -> SearchView {
        searched(&self.post.desk, &self.officer, text)
    }

    /// The purposes of the visits found, in the order of the page.
    fn purposes(&self, text: &str) -> Vec<String> {
        let hits = self.search(text).hits.into_iter().filter(|hit| hit.row.noun == "visit");
        hits.map(|hit| hit.row.state["purpose"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

fn searched(desk: &Desk, officer: &OfficerId, text: &str) -> SearchView {
    let search = Search { text, noun: None, period: None, after: None, limit: 100 };
    desk.search(officer, &search, &Vocabulary::default()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn ids(found: &SearchView) -> BTreeSet<&str> {
    found.hits.iter().map(|hit| hit.row.id.as_str()).collect()
}

#[test]
fn a_marker_finds_exactly_that_marker() {
    let gate = Gate::founded(31);
    let markers = ["97", "97(1)", "97/2", "T44(2)", "197", "971", "97/2(1)"];
    for marker in markers {
        gate.visit(&format!("Xem mốc {marker} cùng phía bạn"), "2025-12-01");
    }
    for marker in markers {
        let expected = format!("Xem mốc {marker} cùng phía bạn");
        for asked in [marker.to_owned(), format!("mốc {marker}"), format!("moc {}", marker.to_lowercase())] {
            assert_eq!(gate.purposes(&asked), [expected.as_str()], "{asked}");
        }
    }
    assert_eq!(gate.purposes("mốc 97 (1)"), gate.purposes("97(1)"));
    assert_eq!(gate.purposes("９７（１）"), gate.purposes("97(1)"));
}

#[test]
fn a_letter_is_found_by_its_number_and_comes_first() {
    let gate = Gate::founded(32);
    let chief = gate.post.enlist("chief", GATE, "commander", "unit", "internal");
    let draft = json!({ "command": "draft", "counterpart": "cp-laocai-gate-talks", "subject": "Water level", "text": null, "answers": null, "answer_due_on": null });
    let letter = gate.post.act(&gate.officer, "letter", None, draft).record;
    gate.post.act(&chief, "letter", Some(&letter), json!({ "command": "approve" }));
    gate.post.act(&gate.officer, "letter", Some(&letter), json!({ "command": "send", "sent_on": "2025-12-20" }));
    gate.visit("About letter 1/2025 of the station", "2025-12-02");
    let found = gate.search("1/2025");
    let nearness: Vec<(&str, Nearness)> = found.hits.iter().map(|hit| (hit.row.noun.as_str(), hit.nearness)).collect();
    assert_eq!(nearness[0], ("letter", Nearness::Exact));
    assert!(nearness.contains(&("visit", Nearness::Phrase)), "{nearness:?}");
}

#[test]
fn a_day_or_a_month_is_found_however_it_is_written() {
    let gate = Gate::founded(33);
    gate.visit("held on the day", "2025-02-14");
    gate.visit("hẹn gặp ngày 14 tháng 2 năm 2025", "2025-01-05");
    gate.visit("约定2025年2月14日会晤", "2025-01-06");
    gate.visit("fourteen people, two cars", "2025-03-20");
    let both: BTreeSet<String> =
        ["held on the day", "hẹn gặp ngày 14 tháng 2 năm 2025", "约定2025年2月14日会晤"].map(str::to_owned).into();
    let days =
        ["14.02.2025", "2025-02-14", "14/2/2025", "ngày 14 tháng 2 năm 2025", "2025年2月14日", "14 February 2025"];
    let months = ["tháng 2 năm 2025", "2025年2月", "Feb 2025", "02/2025", "ເດືອນ 2 ປີ 2025", "ខែកុម្ភៈ ឆ្នាំ២០២៥"];
    for asked in days.iter().chain(&months) {
        let found: BTreeSet<String> = gate.purposes(asked).into_iter().collect();
        assert_eq!(found, both, "{asked}");
    }
    assert_eq!(gate.purposes("2025").len(), 4);
    assert_eq!(gate.purposes("20.03.2025"), ["fourteen people, two cars"]);
}

#[test]
fn what_is_written_with_the_same_marks_comes_first() {
    let gate = Gate::founded(34);
    gate.visit("đường mòn", "2025-12-01");
    gate.visit("dương xỉ", "2025-12-02");
    gate.visit("đương sự", "2025-12-03");
    assert_eq!(gate.purposes("duong"), ["đương sự", "dương xỉ", "đường mòn"]);
    assert_eq!(gate.purposes("đường")[0], "đường mòn");
    assert_eq!(gate.purposes("dương")[0], "dương xỉ");
    assert_eq!(gate.purposes("ĐƯƠNG").len(), 3);
    assert_eq!(gate.purposes("\"đường\""), ["đường mòn"]);
}

#[test]
fn words_all_match_phrases_stand_together_and_a_minus_leaves_out() {
    let gate = Gate::founded(35);
    gate.visit("fire drill at the river", "2025-12-01");
    gate.visit("a forest fire, no drill", "2025-12-02");
    gate.visit("river drill", "2025-12-03");
    assert_eq!(gate.purposes("drill fire").len(), 2);
    assert_eq!(gate.purposes("\"fire drill\""), ["fire drill at the river"]);
    assert_eq!(gate.purposes("drill -fire"), ["river drill"]);
    assert_eq!(gate.purposes("drill -\"no drill\"").len(), 2);
    assert_eq!(gate.purposes("-fire"), Vec::<String>::new());
    gate.visit("an otter in the ditch", "2025-12-04");
    let nothing = gate.search("otter nowhere");
    assert!(nothing.hits.is_empty());
    assert_eq!(nothing.fewer, [("otter".to_owned(), 1)]);
}

#[test]
fn chinese_lao_and_khmer_are_found_inside_sentences() {
    let gate = Gate::founded(36);
    // With somebody in whose name none of the words stands.
    for purpose in ["双方在界碑附近举行会谈并交换意见", "ສອງຝ່າຍພົບກັນຢູ່ແມ່ນ້ຳຂອງໃກ້ດ່ານ", "ភាគីទាំងពីរជួបគ្នានៅច្រកទ្វារព្រំដែន"]
    {
        gate.visit_with("cp-laocai-gate-bilateral", purpose, "2025-12-01");
    }
    for (asked, count) in [("会谈", 1), ("界碑", 1), ("交换 会谈", 1), ("谈会", 0), ("碑界", 0)] {
        assert_eq!(gate.purposes(asked).len(), count, "{asked}");
    }
    for asked in ["ແມ່ນ້ຳ", "ແມ່ນໍ້າ", "ເເມ່ນ້ຳ", "ດ່ານ", "ສອງຝ່າຍ"]
    {
        assert_eq!(gate.purposes(asked).len(), 1, "{asked}");
    }
    for asked in ["ច្រកទ្វារ", "ព្រំដែន", "ព្រំ\u{200b}ដែន"] {
        assert_eq!(gate.purposes(asked).len(), 1, "{asked}");
    }
}

#[test]
fn a_unit_is_found_by_every_name_it_had_and_leads_to_what_is_linked_with_it() {
    let gate = Gate::founded(37);
    let visit = gate.visit("Harvest greetings", "2025-12-01");
    for asked in
        ["Hekou harvest", "河口 harvest", "Hà Khẩu greetings", "cn-hekou-talks", "cp-laocai-gate-talks harvest"]
    {
        assert!(ids(&gate.search(asked)).contains(visit.as_str()), "{asked}");
    }
    assert!(ids(&gate.search("Mengla harvest")).is_empty());
    let rename = json!({ "command": "rename", "name": { "en": "Nanxi Bridge Station", "zh": "南溪桥站" }, "from": "2025-12-10", "basis": null });
    gate.post.act(&gate.post.keeper, "unit", Some("cn-hekou-talks"), rename);
    for asked in ["Nanxi harvest", "南溪 harvest", "Hekou harvest"] {
        assert!(ids(&gate.search(asked)).contains(visit.as_str()), "{asked}");
    }
    let before = gate.post.desk.dump().unwrap();
    gate.post.desk.rebuild(|_, _| {}).unwrap();
    assert_eq!(gate.post.desk.dump().unwrap(), before);
    assert!(ids(&gate.search("Nanxi harvest")).contains(visit.as_str()));
}

#[test]
fn a_person_in_office_is_found_by_name_and_unit() {
    let gate = Gate::founded(38);
    gate.post.register("nguyen.van.an", BATXAT);
    let named =
        json!({ "command": "register", "login": "an", "name": "Nguyễn Văn Ân", "rank": "Thiếu tá", "unit": BATXAT });
    let officer = gate.post.act(&gate.post.keeper, "officer", None, named).record;
    for asked in ["Nguyễn Văn Ân", "nguyen van an thieu ta", "Văn Ân Bát Xát", "van an bat xat"] {
        let found = gate.search(asked);
        assert!(ids(&found).contains(officer.as_str()), "{asked}");
    }
    assert_eq!(gate.search("Nguyễn Văn Ân").hits[0].nearness, Nearness::Exact);
    assert!(ids(&gate.search("Nguyễn Văn Ân Pha Long")).is_empty());
}

#[test]
fn a_word_of_the_interface_means_a_kind_or_a_state() {
    let gate = Gate::founded(39);
    let visit = gate.visit("Harvest greetings", "2025-12-01");
    let words = Vocabulary::of([
        ("Thăm", Meaning::Noun("visit".into())),
        ("访问", Meaning::Noun("visit".into())),
        ("đã ghi", Meaning::Status("recorded".into())),
    ]);
    let find = |text: &str| {
        let search = Search { text, noun: None, period: None, after: None, limit: 20 };
        let found = gate.post.desk.search(&gate.officer, &search, &words).unwrap();
        ids(&found).contains(visit.as_str())
    };
    assert!(
        find("thăm harvest") && find("tham Hekou") && find("访问 2025") && find("đã ghi greetings") && find("河口访问")
    );
    assert!(!find("thăm nowhere") && !find("\"thăm\" harvest") && !find("đã"));
    assert!(gate.search("thăm harvest").hits.is_empty());
}

#[test]
fn kinds_periods_and_pages_narrow_what_is_found() {
    let gate = Gate::founded(40);
    let mut all: Vec<String> = (1..=23).map(|day| gate.visit("ferry", &format!("2025-11-{day:02}"))).collect();
    all.extend((1..=4).map(|day| gate.visit("a ferry landing", &format!("2025-08-{day:02}"))));
    let task = json!({ "command": "open", "title": "ferry", "matter": "patrol-schedule", "counterpart": "cp-laocai-gate-talks", "side": "vn", "due_on": "2026-02-01", "opened_by": GATE });
    gate.post.act(&gate.officer, "task", None, task);
    let page = |noun: Option<&str>, period: Option<&str>, after: Option<&str>| {
        let search = Search { text: "ferry", noun, period, after, limit: 5 };
        gate.post.desk.search(&gate.officer, &search, &Vocabulary::default()).unwrap()
    };
    let first = page(None, None, None);
    assert_eq!((first.total, first.has_more), (28, false));
    assert_eq!(first.nouns, [("visit".to_owned(), 27), ("task".to_owned(), 1)]);
    assert_eq!(page(Some("task"), None, None).total, 1);
    assert_eq!(page(Some("task"), None, None).nouns, first.nouns);
    for (period, count) in [("2025", 27), ("2025-Q3", 4), ("2025-11", 23), ("2025-H1", 0), ("2026-02", 1)] {
        assert_eq!(page(None, Some(period), None).total, count, "{period}");
    }
    let mut walked: Vec<String> = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = page(Some("visit"), None, after.as_deref());
        walked.extend(page.hits.iter().map(|hit| hit.row.id.clone()));
        // What is begun meanwhile neither repeats nor skips what is still to come.
        gate.visit("ferry", "2025-12-01");
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(walked.len(), 27);
    assert_eq!(walked.iter().collect::<BTreeSet<_>>(), all.iter().collect());
    // Exactly this name first, the latest first among those.
    assert_eq!(walked[0], all[22]);
    assert_eq!(walked[26], all[23]);
    assert!(
        gate.post
            .desk
            .search(
                &gate.officer,
                &Search { text: "ferry", noun: Some("nothing"), period: None, after: None, limit: 5 },
                &Vocabulary::default()
            )
            .is_err()
    );
}

#[test]
fn more_than_a_thousand_are_found_page_by_page_without_counting_on() {
    let gate = Gate::founded(41);
    let store = store::Store::open(&gate.post.file()).unwrap();
    let spread = desk::crowd::Spread {
        units: vec![GATE.into()],
        counterparts: vec!["cp-laocai-gate-talks".into()],
        restricted_every: 0,
    };
    desk::crowd::Crowd::new("crowd", 41, spread).settle(&store, 3000, |_| {}).unwrap();
    let walk = |text: &str, limit: usize| {
        let (mut walked, mut after): (Vec<(Nearness, String)>, Option<String>) = (Vec::new(), None);
        loop {
            let search = Search { text, noun: None, period: None, after: after.as_deref(), limit };
            let page = gate.post.desk.search(&gate.officer, &search, &Vocabulary::default()).unwrap();
            assert!(page.has_more && page.total == 1000, "{}", page.total);
            walked.extend(page.hits.into_iter().map(|hit| (hit.nearness, hit.row.id)));
            after = page.next;
            if after.is_none() {
                return walked;
            }
        }
    };
    let (small, large) = (walk("Hekou", 73), walk("Hekou", 100));
    assert_eq!(small, large);
    assert!(small.len() > 2900 && small.is_sorted_by_key(|(nearness, _)| *nearness), "{}", small.len());
    assert_eq!(small.iter().map(|(_, id)| id).collect::<BTreeSet<_>>().len(), small.len());
}

#[test]
fn nothing_that_is_typed_is_more_than_text() {
    let gate = Gate::founded(42);
    gate.visit("zebra crossing", "2025-12-01");
    let other = gate.post.enlist("maker", BATXAT, "officer", "unit", "internal");
    let hidden = json!({ "command": "record", "counterpart": "cp-batxat-hekou", "held_on": "2025-12-01",
        "purpose": "okapi", "own_participants": 2, "other_participants": 2, "place": "Bridge" });
    gate.post.begin(&other, "visit", &unit(BATXAT), Grade::Internal, hidden).unwrap();
    let private: Vec<String> = (0..12).map(|number| char::from_u32(0xe000 + number).unwrap().to_string()).collect();
    let mut lines: Vec<String> = [
        "\"",
        "zebra\"",
        "\"\"\"",
        "zebra OR okapi",
        "zebra AND",
        "NOT okapi",
        "NEAR(zebra okapi, 10)",
        "tokens : okapi",
        "tokens:okapi",
        "{tokens}: okapi",
        "^okapi",
        "okapi*",
        "oka*",
        "zebra + okapi",
        "(okapi",
        "okapi)",
        "'okapi'",
        "okapi; --",
        "\\\"okapi",
        "%2025",
        "#visit",
        "@cp-batxat-hekou",
        "=okapi",
        "~okapi",
        "$2025",
        "|",
        "&name",
        "zebra\u{0}okapi",
        "okapi\u{a0}zebra",
        "\u{202e}okapi",
    ]
    .map(str::to_owned)
    .into();
    for mark in &private {
        lines.extend([
            format!("{mark}okapi"),
            format!("\"{mark}okapi\""),
            format!("zebra {mark}okapi"),
            format!("-{mark}zebra okapi"),
        ]);
    }
    for line in &lines {
        let found = gate.search(line);
        assert!(found.hits.iter().all(|hit| hit.row.state["purpose"] != "okapi"), "{line}");
        gate.post.desk.completions(&gate.officer, line).unwrap_or_else(|error| panic!("{line}: {error}"));
        for (noun, period) in [(Some(line.as_str()), None), (None, Some(line.as_str()))] {
            let search = Search { text: "zebra", noun, period, after: Some(line), limit: 5 };
            let found = gate.post.desk.search(&gate.officer, &search, &Vocabulary::default());
            assert!(found.is_err(), "{line} was taken for a kind or a period");
        }
        let search = Search { text: "zebra", noun: None, period: None, after: Some(line), limit: 5 };
        let found = gate.post.desk.search(&gate.officer, &search, &Vocabulary::default()).unwrap();
        assert_eq!(found.hits.len(), 1, "{line} as a place to go on from");
    }
}

#[test]
fn names_are_completed_from_what_may_be_read() {
    let gate = Gate::founded(43);
    gate.visit("Ferry landing repaired", "2025-12-01");
    gate.visit("Ferryman honoured", "2025-12-02");
    let names = |officer: &OfficerId, text: &str| {
        let names = gate.post.desk.completions(officer, text).unwrap();
        names.into_iter().map(|named| named.title.pick("en").1.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&gate.officer, "ferr"), ["Ferryman honoured", "Ferry landing repaired"]);
    assert_eq!(names(&gate.officer, "Ferry la"), ["Ferry landing repaired"]);
    assert!(names(&gate.officer, "Bát X").contains(&"Bát Xát Border Guard Station".to_owned()));
    assert_eq!(names(&gate.officer, "f"), Vec::<String>::new());
    let stranger = gate.post.enlist("stranger", BATXAT, "officer", "unit", "internal");
    assert_eq!(names(&stranger, "ferr"), Vec::<String>::new());
    assert_eq!(names(&gate.post.register("nobody", GATE), "Bát X"), Vec::<String>::new());
    let near_miss = gate.search("ferrym nowhere");
    assert_eq!(near_miss.completions.len(), 0);
    assert_eq!(gate.search("Ferry lan").completions[0].title.pick("en").1, "Ferry landing repaired");
}

#[test]
fn a_unit_that_moves_takes_its_records_out_of_one_reach_and_into_another() {
    let gate = Gate::founded(44);
    let (old, new) = ("vn-bg-laocai", "vn-bg-langson");
    let old_reader = gate.post.enlist("old", old, "officer", "subtree", "internal");
    let new_reader = gate.post.enlist("new", new, "officer", "subtree", "internal");
    let above = gate.post.enlist("above", "vn-bg", "officer", "subtree", "internal");
    for unit_id in [GATE, BATXAT, "vn-bg-muongkhuong", "vn-bg-phalong", old, new, "vn-bg-caobang"] {
        let purpose = format!("okapi of {unit_id}");
        let record = json!({ "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2025-12-01",
            "purpose": purpose, "own_participants": 2, "other_participants": 2, "place": "Bridge" });
        gate.post.begin(&above, "visit", &unit(unit_id), Grade::Internal, record).unwrap();
    }
    let count = |officer: &OfficerId| searched(&gate.post.desk, officer, "okapi").total;
    assert_eq!([count(&old_reader), count(&new_reader), count(&above)], [5, 1, 7]);
    let moves = json!({ "command": "resubordinate", "parent": new, "from": "2025-12-15", "basis": null });
    gate.post.act(&gate.post.keeper, "unit", Some(BATXAT), moves);
    assert_eq!([count(&old_reader), count(&new_reader), count(&above)], [4, 2, 7]);
    let before = gate.post.desk.dump().unwrap();
    assert!(gate.post.desk.checkup().unwrap().is_well());
    gate.post.desk.rebuild(|_, _| {}).unwrap();
    assert_eq!(gate.post.desk.dump().unwrap(), before);
    assert_eq!([count(&old_reader), count(&new_reader), count(&above)], [4, 2, 7]);
}

#[test]
fn the_played_quarter_is_found_by_what_people_remember_of_it() {
    let (post, script) = (Post::founded(45), quarter_script());
    let mut stage = post.stage(&script, "2026-Q1");
    stage.play(&script, testkit::instant("2026-04-30T10:00:00Z"), |_, _| {}).unwrap_or_else(|fault| panic!("{fault}"));
    let chief = stage.officer("province-chief").unwrap().clone();
    let kinds = |text: &str| {
        searched(&post.desk, &chief, text).nouns.into_iter().map(|(noun, _)| noun).collect::<BTreeSet<_>>()
    };
    assert!(kinds("Hekou").contains("talks") && kinds("Hekou").contains("unit") && kinds("Hekou").contains("patrol"));
    assert!(kinds("河口").contains("talks") && kinds("Hà Khẩu 2026").contains("talks"));
    for (name, noun) in [("talks", "talks"), ("letter-fire", "letter"), ("patrol", "patrol"), ("visit", "visit")] {
        let id = stage.records.get(name).unwrap();
        let row = post.desk.record(&chief, noun, id).unwrap().row;
        let title: domain::Words = serde_json::from_str(&row.title).unwrap();
        let found = searched(&post.desk, &chief, title.pick("en").1);
        assert!(ids(&found).contains(id.as_str()), "{noun} by its title");
        assert_eq!(found.hits[0].nearness, Nearness::Exact, "{noun} by its title");
    }
}
