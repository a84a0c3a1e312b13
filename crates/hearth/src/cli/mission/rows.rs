//! The thirty-one things that Hearth promises: for each what can be checked here and now, and what is not built.

use super::checks::{
    ACTIVE, ADOPTION, COMMUNITY, CONSENT, CONTACTS, CUSTOMS, Check, DEMAND, FILES, FRICTION, FRICTION_REASON, GRID,
    KEYS, LANGUAGES, REASONS, REGISTER, REPORTS, SCORED, SEGMENTS, THREADS, WAVE, WEB,
};

/// A promise.
pub(super) struct Row {
    pub number: &'static str,
    pub english: &'static str,
    pub chinese: &'static str,
    /// What of it is built: each is tried.
    pub checks: &'static [Check],
    /// What of it is not built; all of it where there is no check.
    pub missing: &'static [&'static str],
}

const fn planned(number: &'static str, english: &'static str, chinese: &'static str) -> Row {
    Row { number, english, chinese, checks: &[], missing: &[] }
}

pub(super) const ROWS: [Row; 31] = [
    Row {
        number: "F1.1",
        english: "poor experience",
        chinese: "用户体验不佳",
        checks: &[FRICTION, FRICTION_REASON],
        missing: &["a repair that writes to those who were touched"],
    },
    Row {
        number: "F1.2",
        english: "privacy and security worries",
        chinese: "隐私和安全问题",
        checks: &[WAVE],
        missing: &["incidents that open by themselves and repair; the report is made when somebody asks"],
    },
    Row {
        number: "F1.3",
        english: "thin or stale product",
        chinese: "功能单一或更新缓慢",
        checks: &[ADOPTION, DEMAND],
        missing: &["needs of several languages merged into one, and a board where they are answered"],
    },
    Row {
        number: "F1.4",
        english: "competition",
        chinese: "市场竞争激烈",
        checks: &[CONTACTS],
        missing: &["what those who leave say of where they go"],
    },
    Row {
        number: "F2.1",
        english: "fewer steps",
        chinese: "简化操作流程",
        checks: &[WEB, COMMUNITY],
        missing: &["the budgets of clicks and seconds are held by the project's tests, not by this binary"],
    },
    planned("F2.2", "personalisation", "个性化设置"),
    planned("F2.3", "fast help and response", "快速响应和反馈"),
    Row {
        number: "F3.1",
        english: "encryption in transit and at rest",
        chinese: "数据加密技术",
        checks: &[KEYS],
        missing: &["encryption of the disk: files and database are as readable as the machine's disk is"],
    },
    Row {
        number: "F3.2",
        english: "transparent policy",
        chinese: "隐私政策透明化",
        checks: &[REGISTER, CONSENT],
        missing: &[
            "a member's download of everything and erasure with a certificate; who looked; deadlines of requests",
        ],
    },
    planned("F3.3", "regular audits", "定期安全审计"),
    Row {
        number: "F4.1",
        english: "voice, video, files and more",
        chinese: "功能多样化",
        checks: &[FILES, THREADS],
        missing: &["calls, polls, messages that are sent later, uploads taken up again, sets of stickers"],
    },
    planned("F4.2", "regular updates", "定期更新"),
    planned("F4.3", "feedback loop", "用户反馈机制"),
    planned("F5.1", "brand marketing", "品牌营销"),
    planned("F5.2", "community building", "用户社区建设"),
    planned("F5.3", "partnerships", "合作伙伴关系"),
    Row {
        number: "F6.1",
        english: "behaviour analysis",
        chinese: "用户行为分析",
        checks: &[REPORTS, ACTIVE],
        missing: &["a console that shows them"],
    },
    Row {
        number: "F6.2",
        english: "early warning and intervention",
        chinese: "流失预警机制",
        checks: &[SCORED, REASONS],
        missing: &["doing something about it: journeys, with a part held out, that show whether it helped"],
    },
    Row {
        number: "F6.3",
        english: "tiered management by value and activity",
        chinese: "用户分层管理",
        checks: &[GRID, SEGMENTS],
        missing: &["what is done for the members of each cell, by whom and for how much"],
    },
    planned("F7.1", "news, entertainment, education", "内容多样化"),
    planned("F7.2", "membership perks, dedicated support", "服务增值"),
    planned("F7.3", "members' own content", "用户生成内容"),
    planned("F8.1", "points earned and redeemed", "积分奖励"),
    planned("F8.2", "levels with privileges", "等级制度"),
    planned("F8.3", "exclusive events and offers", "专属活动"),
    Row {
        number: "F9.1",
        english: "languages in interface and support",
        chinese: "多语言界面",
        checks: &[LANGUAGES],
        missing: &["a person's review of what machines translated; `hearth cultures report` says how much has one"],
    },
    Row {
        number: "F9.2",
        english: "cultural fit",
        chinese: "文化适应性",
        checks: &[CUSTOMS],
        missing: &["sets of pictures as stickers: those of a culture are emoji"],
    },
    planned("F9.3", "local teams", "本地化服务"),
    planned("F10.1", "guides and tutorials", "使用指南"),
    planned("F10.2", "courses and videos", "在线培训"),
    planned("F10.3", "mutual help", "用户社区"),
];
