// The words of attribution/sessions: parameters, input roles and result columns.
#include "analyses/attribution/sessions.h"

namespace outlay::attribution::sessions {
namespace {

constexpr FieldInfo sessions_info{.label = "Sessions", .unit = "count"};
constexpr FieldInfo conversions_info{.label = "Conversions", .unit = "count"};
constexpr FieldInfo dimension_info{.label = "By"};
constexpr FieldInfo group_info{.label = "Group", .help = "(missing) stands for blank and for words such as (not set)."};

}  // namespace

void Params::describe(Archive& a) {
  a.choice(
      "channel_from", channel_from,
      {{"best", "Channel column, else the rules"},
       {"column", "Channel column"},
       {"rules", "Rules on source and medium"}},
      {.label = "Channel of a session",
       .help = "The rules derive it from source, medium, campaign and referrer. With own rules they are used at once.",
       .group = "Channels"});
  a.field("channel_rules", channel_rules,
          {.label = "Own channel rules",
           .help = "Tried before Google Analytics 4's, for example: Partners = source: acme*|beta, medium: referral.",
           .group = "Channels"});
  a.field("fence", fence,
          {.label = "Outlier fence",
           .help = "A session is an outlier this many times the middle half beyond its ends; 1.5 is Tukey's.",
           .group = "Durations",
           .min = 0.1,
           .max = 100});
  a.field("least_sessions", least_sessions,
          {.label = "Least sessions for a shape",
           .help = "Groups with fewer timed sessions are listed without a violin.",
           .unit = "count",
           .group = "Durations",
           .min = 2,
           .max = 100000});
  a.field("groups", groups,
          {.label = "Groups shown",
           .help = "The largest of each kind; the others are one.",
           .group = "Durations",
           .min = 1,
           .max = 200});
  a.field(
      "bins", bins,
      {.label = "Bars of the histogram", .help = "Between the fences.", .group = "Durations", .min = 2, .max = 500});
  a.field(
      "listed", listed,
      {.label = "Outliers listed", .help = "The furthest out first.", .group = "Durations", .min = 1, .max = 100000});
}

void GroupTable::describe(Archive& a) {
  a.column("dimension", dimension, dimension_info);
  a.column("group", group, group_info);
  a.column("sessions", sessions, sessions_info);
  a.column("users", users, {.label = "Users", .unit = "count"});
  a.column("conversions", conversions, conversions_info);
  a.column("conversion_rate", conversion_rate, {.label = "Conversion rate", .help = "Per session.", .unit = "share"});
  a.column("mean", mean, {.label = "Mean, seconds"});
  a.column("minimum", minimum, {.label = "Shortest, seconds"});
  a.column("whisker_low", whisker_low, {.label = "Lower whisker", .help = "Shortest within the group's own fences."});
  a.column("q1", q1, {.label = "Lower quarter, seconds"});
  a.column("median", median, {.label = "Median, seconds"});
  a.column("q3", q3, {.label = "Upper quarter, seconds"});
  a.column("whisker_high", whisker_high, {.label = "Upper whisker", .help = "Longest within the group's own fences."});
  a.column("maximum", maximum, {.label = "Longest, seconds"});
  a.column("outliers", outliers, {.label = "Outliers", .help = "Outside the fences of all sessions.", .unit = "count"});
  a.column("outlier_share", outlier_share, {.label = "Outlier share", .unit = "share"});
}

void ViolinTable::describe(Archive& a) {
  a.column("dimension", dimension, dimension_info);
  a.column("group", group, group_info);
  a.column("seconds", seconds, {.label = "Seconds"});
  a.column("density", density, {.label = "Density", .help = "Gaussian kernel, Silverman's bandwidth; per second."});
}

void HistogramTable::describe(Archive& a) {
  a.column("low", low, {.label = "From, seconds"});
  a.column("high", high, {.label = "To, seconds", .help = "The first and last bar hold the outliers."});
  a.column("sessions", sessions, sessions_info);
  a.column("conversions", conversions, conversions_info);
}

void OutlierTable::describe(Archive& a) {
  a.column("session", session, {.label = "Session"});
  a.column("user", user, {.label = "User"});
  a.column("start", start, {.label = "Start"});
  a.column("seconds", seconds, {.label = "Seconds"});
  a.column("times_median", times_median, {.label = "Times the median", .unit = "rate"});
  a.column("side", side, {.label = "Side", .help = "long or short."});
  a.column(
      "note", note,
      {.label = "Note",
       .help = "clock change: it spans the night on which clocks went forward in the USA or in Europe, and is an hour "
               "shorter if times are local."});
  a.column("channel", channel, {.label = "Channel"});
  a.column("source", source, {.label = "Source"});
  a.column("medium", medium, {.label = "Medium"});
  a.column("term", term, {.label = "Term"});
  a.column("page", page, {.label = "Page"});
  a.column("referrer", referrer, {.label = "Referrer"});
  a.column("converted", converted, {.label = "Conversions", .unit = "count"});
}

void MismatchTable::describe(Archive& a) {
  a.column("source", source, {.label = "Source", .help = "utm_source."});
  a.column("referrer", referrer, {.label = "Referrer", .help = "Site of the page before."});
  a.column("kind", kind,
           {.label = "Fit", .help = "fits, differs, source only, referrer only, neither. google fits google.co.in."});
  a.column("sessions", sessions, sessions_info);
  a.column("conversions", conversions, conversions_info);
  a.column("share", share, {.label = "Share", .help = "Of all sessions.", .unit = "share"});
}

void MissingTable::describe(Archive& a) {
  a.column("field", field, {.label = "Field"});
  a.column("missing", missing, {.label = "Blank", .unit = "count"});
  a.column("blank_words", blank_words,
           {.label = "Words for nothing", .help = "Such as blank, (not set), null.", .unit = "count"});
  a.column("share", share, {.label = "Share", .help = "Of all rows.", .unit = "share"});
}

void Result::describe(Archive& a) {
  a.field("sessions", sessions, {.label = "Sessions", .unit = "count"});
  a.field("users", users, {.label = "Users", .unit = "count"});
  a.field("conversions", conversions, {.label = "Conversions", .unit = "count"});
  a.field("conversion_rate", conversion_rate, {.label = "Conversions per session", .unit = "share"});
  a.field("timed", timed, {.label = "Sessions with a duration", .unit = "count"});
  a.field("median", median, {.label = "Median seconds"});
  a.field("mean", mean, {.label = "Mean seconds"});
  a.field("p95", p95, {.label = "95th percentile, seconds"});
  a.field("longest", longest, {.label = "Longest, seconds"});
  a.field("fence_low", fence_low, {.label = "Lower fence, seconds"});
  a.field("fence_high", fence_high, {.label = "Upper fence, seconds"});
  a.field("outliers", outliers, {.label = "Outliers", .unit = "count"});
  a.field("outlier_share", outlier_share, {.label = "Outlier share", .unit = "share"});
  a.field("clock_changes", clock_changes, {.label = "Outliers across a change of clocks", .unit = "count"});
  a.field("mismatches", mismatches, {.label = "Source and referrer differ", .unit = "count"});
  a.field("mismatch_share", mismatch_share, {.label = "Share that differ", .unit = "share"});
  a.table("groups", groups, {.label = "Time on site", .help = "By channel, medium, source, term, page and campaign."});
  a.table("violins", violins, {.label = "Shapes", .help = "Densities of the durations."});
  a.table("histogram", histogram, {.label = "Histogram"});
  a.table("outliers", outliers_listed, {.label = "Outliers", .help = "The furthest out first."});
  a.table("mismatches", mismatched, {.label = "Referrer against source"});
  a.table("missing", missing, {.label = "Missing values"});
}

About about() {
  const auto text = [](const char* name, const char* label, const char* help) {
    return Role{name, label, Kind::text, false, help};
  };
  return {
      .id = "attribution/sessions",
      .title = "Sessions",
      .question = "How long do visits last, and what is odd about them?",
      .grade = Grade::observed,
      .inputs = {{.name = "sessions",
                  .label = "Session log",
                  .help = "One row a session with its start and end, or one row an event with its session and time.",
                  .roles = {{"session_id", "Session", Kind::text, true, "Rows of one session share it."},
                            text("user_id", "User", ""),
                            text("timestamp", "Time", "Of the event, or of the start."),
                            text("session_start", "Start", ""),
                            text("session_end", "End", ""),
                            text("channel", "Channel", "Without it, the rules derive it."),
                            text("utm_source", "Source", ""),
                            text("utm_medium", "Medium", ""),
                            text("campaign_name", "Campaign", ""),
                            text("creative_name", "Content", ""),
                            text("keyword", "Term", ""),
                            text("page", "Page", ""),
                            text("referrer", "Referrer", ""),
                            text("conversions", "Conversion", "1 or TRUE where the session converted."),
                            text("conversion_type", "Event", "Used where there is no conversion column.")}}}};
}

}  // namespace outlay::attribution::sessions
