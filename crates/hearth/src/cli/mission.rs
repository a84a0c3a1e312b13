//! `hearth mission check`: the thirty-one things that Hearth promises, and what is proven of each.
//!
//! A row is proven by running its proof, never by saying so here. None has a proof yet.

use std::process::ExitCode;

use clap::Subcommand;
use hearth_kernel::Result;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Print each promise with its proof, or "not built".
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// The promises: number, English, Chinese.
const PROMISES: [(&str, &str, &str); 31] = [
    ("F1.1", "poor experience", "用户体验不佳"),
    ("F1.2", "privacy and security worries", "隐私和安全问题"),
    ("F1.3", "thin or stale product", "功能单一或更新缓慢"),
    ("F1.4", "competition", "市场竞争激烈"),
    ("F2.1", "fewer steps", "简化操作流程"),
    ("F2.2", "personalisation", "个性化设置"),
    ("F2.3", "fast help and response", "快速响应和反馈"),
    ("F3.1", "encryption in transit and at rest", "数据加密技术"),
    ("F3.2", "transparent policy", "隐私政策透明化"),
    ("F3.3", "regular audits", "定期安全审计"),
    ("F4.1", "voice, video, files and more", "功能多样化"),
    ("F4.2", "regular updates", "定期更新"),
    ("F4.3", "feedback loop", "用户反馈机制"),
    ("F5.1", "brand marketing", "品牌营销"),
    ("F5.2", "community building", "用户社区建设"),
    ("F5.3", "partnerships", "合作伙伴关系"),
    ("F6.1", "behaviour analysis", "用户行为分析"),
    ("F6.2", "early warning and intervention", "流失预警机制"),
    ("F6.3", "tiered management by value and activity", "用户分层管理"),
    ("F7.1", "news, entertainment, education", "内容多样化"),
    ("F7.2", "membership perks, dedicated support", "服务增值"),
    ("F7.3", "members' own content", "用户生成内容"),
    ("F8.1", "points earned and redeemed", "积分奖励"),
    ("F8.2", "levels with privileges", "等级制度"),
    ("F8.3", "exclusive events and offers", "专属活动"),
    ("F9.1", "languages in interface and support", "多语言界面"),
    ("F9.2", "cultural fit", "文化适应性"),
    ("F9.3", "local teams", "本地化服务"),
    ("F10.1", "guides and tutorials", "使用指南"),
    ("F10.2", "courses and videos", "在线培训"),
    ("F10.3", "mutual help", "用户社区"),
];

pub(super) fn run(verb: &Verb) -> Result<ExitCode> {
    let Verb::Check { json } = verb;
    if *json {
        let rows = PROMISES.map(|(number, english, chinese)| {
            serde_json::json!({ "row": number, "en": english, "zh-Hans": chinese, "proven": false, "status": "not built" })
        });
        println!("{}", serde_json::Value::from(rows.to_vec()));
        return Ok(ExitCode::SUCCESS);
    }
    for (number, english, chinese) in PROMISES {
        println!("{number:<6} not built  {english} ({chinese})");
    }
    println!("0 of {} proven", PROMISES.len());
    Ok(ExitCode::SUCCESS)
}
