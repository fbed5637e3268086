//! Who acts, on this side and on the other.

use super::Place::{Field, Kind, Noun, Record};
use super::{Part, mechanism};

/// The parts.
pub(super) static PARTS: &[Part] = &[
    Part {
        title: "Actors on the Vietnamese side",
        mechanisms: &[
            mechanism(
                37,
                "Central Military Commission / MoD",
                "Quân ủy Trung ương, Bộ Quốc phòng; 中央军委、国防部",
                &[Kind { noun: "unit", field: "force", value: "ministry" }, Record { noun: "unit", code: "vn-mod" }],
                "",
            ),
            mechanism(
                38,
                "Border Guard Command and its Party Committee",
                "Đảng ủy, Bộ Tư lệnh BĐBP; 党委、边防部队司令部",
                &[Record { noun: "unit", code: "vn-bg" }, Record { noun: "level", code: "talks-command" }],
                "",
            ),
            mechanism(
                39,
                "Provincial Border Guard Command",
                "Bộ Chỉ huy BĐBP tỉnh; 边防部队指挥部",
                &[
                    Record { noun: "unit", code: "vn-bg-laocai" },
                    Record { noun: "unit", code: "vn-bg-quangninh" },
                    Record { noun: "level", code: "talks-province" },
                    Record { noun: "figure", code: "fig-border-provinces-2024" },
                ],
                "renamed and moved under another command in 2025 without losing its identity",
            ),
            mechanism(
                40,
                "Border Guard station (post)",
                "đồn biên phòng; 边防屯",
                &[Record { noun: "unit", code: "vn-bg-batxat" }, Record { noun: "level", code: "talks-station" }],
                "",
            ),
            mechanism(
                41,
                "Gate control station / sub-station",
                "trạm biên phòng; 边防站",
                &[Record { noun: "unit", code: "vn-bg-laocai-gate" }, Noun("gate")],
                "",
            ),
            mechanism(
                42,
                "Focal unit",
                "đơn vị đầu mối",
                &[
                    Record { noun: "unit", code: "vn-bg-laocai-gate" },
                    Noun("counterpart"),
                    Record { noun: "figure", code: "fig-laocai-gate-counterparts-2025" },
                ],
                "one unit, several counterparts",
            ),
            mechanism(
                43,
                "Provincial Party committee, People's Council, People's Committee",
                "Tỉnh ủy, HĐND, UBND",
                &[
                    Kind { noun: "unit", field: "force", value: "civil-authority" },
                    Record { noun: "unit", code: "vn-pc-dienbien" },
                ],
                "",
            ),
            mechanism(
                44,
                "Commune Party committee and People's Committee",
                "党委、人民委员会 (社)",
                &[
                    Record { noun: "unit", code: "vn-commune-sinthau" },
                    Record { noun: "unit", code: "vn-commune-senthuong" },
                    Record { noun: "level", code: "administration-commune" },
                ],
                "",
            ),
            mechanism(
                45,
                "Other State forces at the gate",
                "các ngành, lực lượng chức năng tại cửa khẩu",
                &[
                    Kind { noun: "unit", field: "force", value: "police" },
                    Kind { noun: "counterpart", field: "kind", value: "gate" },
                    Noun("gate"),
                ],
                "",
            ),
            mechanism(
                46,
                "Specialised foreign-affairs staff",
                "đội ngũ cán bộ chuyên trách",
                &[Noun("officer"), Noun("training")],
                "officers with dated roles; what they learned",
            ),
            mechanism(
                47,
                "Village chiefs and clan leaders",
                "trưởng bản, tộc trưởng",
                &[Noun("outreach"), Noun("community")],
                "met as an office of a community; no name is recorded",
            ),
        ],
    },
    Part {
        title: "Actors on the other side",
        mechanisms: &[
            mechanism(
                48,
                "China's National Immigration Administration",
                "Cục di dân quốc gia Trung Quốc",
                &[Record { noun: "unit", code: "cn-nia" }],
                "",
            ),
            mechanism(
                49,
                "Yunnan General Immigration Border Control Station",
                "云南出入境边防检查总站 (probable)",
                &[Record { noun: "unit", code: "cn-yunnan-general-station" }],
                "",
            ),
            mechanism(
                50,
                "Honghe and Wenshan border-management detachments",
                "红河/文山边境管理支队 (probable; 'Hong Ha and Van Son Border Management Teams')",
                &[
                    Record { noun: "unit", code: "cn-honghe-detachment" },
                    Record { noun: "unit", code: "cn-wenshan-detachment" },
                ],
                "",
            ),
            mechanism(
                51,
                "Mengzi border force",
                "蒙自边防 (PLA, probable; 'Mong Tu Border Guard')",
                &[Record { noun: "unit", code: "cn-mengzi-force" }],
                "",
            ),
            mechanism(
                52,
                "Hekou Immigration Border Control Station",
                "河口出入境边防检查站",
                &[Record { noun: "unit", code: "cn-hekou-station" }],
                "",
            ),
            mechanism(
                53,
                "Hekou border-management company",
                "河口边境管理大队 (probable)",
                &[Record { noun: "unit", code: "cn-hekou-brigade" }],
                "",
            ),
            mechanism(
                54,
                "Hekou meeting-and-talks station",
                "河口会谈会晤站 ('Reunion and Talks Station')",
                &[Record { noun: "unit", code: "cn-hekou-talks" }],
                "",
            ),
            mechanism(
                55,
                "PLA units",
                "中国人民解放军",
                &[
                    Kind { noun: "unit", field: "force", value: "military" },
                    Record { noun: "unit", code: "cn-hekou-pla" },
                ],
                "",
            ),
            mechanism(
                56,
                "Pa Sa immigration control sub-station, Pa Sa border post, 'Duong Thuy'",
                "坝洒 ... (probable)",
                &[
                    Record { noun: "unit", code: "cn-pasa-substation" },
                    Record { noun: "unit", code: "cn-pasa-post" },
                    Record { noun: "unit", code: "cn-duong-thuy" },
                ],
                "one station, several counterparts",
            ),
            mechanism(
                57,
                "Chinese public-security border force (before 2018)",
                "中国公安边防部队",
                &[
                    Field { noun: "unit", path: "names.from" },
                    Kind { noun: "unit", field: "successors.kind", value: "converted" },
                    Record { noun: "unit", code: "cn-honghe-detachment" },
                ],
                "the earlier name holds until the conversion",
            ),
            mechanism(58, "Chinese MoD", "Bộ Quốc phòng Trung Quốc", &[Record { noun: "unit", code: "cn-mod" }], ""),
            mechanism(
                59,
                "Chinese township Party committee and government",
                "曲水镇党委、人民政府",
                &[Record { noun: "unit", code: "cn-qushui" }, Record { noun: "level", code: "administration-commune" }],
                "",
            ),
            mechanism(
                60,
                "Lao and Cambodian border-protection forces, authorities, people",
                "lực lượng bảo vệ biên giới Lào, Campuchia",
                &[Noun("side"), Noun("unit"), Field { noun: "figure", path: "scope.borders" }],
                "units of their side, in a profile of that border",
            ),
            mechanism(
                61,
                "Mekong sub-region border forces",
                "các nước tiểu vùng Mê Kông",
                &[
                    Field { noun: "figure", path: "scope.areas" },
                    Record { noun: "figure", code: "fig-deep-friendship-fourth-planned-2023" },
                ],
                "",
            ),
            mechanism(
                62,
                "ASEAN border forces",
                "东盟国家边境保护力量",
                &[Noun("side"), Noun("unit")],
                "a force of another State is a unit of its side",
            ),
        ],
    },
];
