// Written by npm run gen from the engine's catalogue; do not edit.
export interface Analyses {
  /** Attribute */
  "attribution/paths": {
    params: {
      /** Lookback window, days */
      lookback_days: number;
      /** One visit, minutes */
      session_minutes: number;
      /** Count repeats in a row once */
      collapse: boolean;
      /** Channel of a touch */
      channel_from: "best" | "column" | "rules";
      /** Own channel rules */
      channel_rules: string;
      /** Events that are conversions */
      conversion_event: string;
      /** Mark between touches of a path */
      separator: string;
      /** Models */
      models: string;
      /** Markov order */
      order: number;
      /** Markov counts lost journeys */
      use_nulls: boolean;
      /** Half-life of a touch, days */
      half_life_days: number;
      /** Half-life of a touch, steps */
      half_life_steps: number;
      /** Position: first touch (share) */
      position_first: number;
      /** Position: last touch (share) */
      position_last: number;
      /** W-shaped: first touch (share) */
      w_first: number;
      /** W-shaped: middle touch (share) */
      w_middle: number;
      /** W-shaped: last touch (share) */
      w_last: number;
      /** Direct channels */
      direct: string;
      /** Own mix of models (rate) */
      mix: Record<string, number>;
      /** Caution of the rates, journeys */
      caution: number;
      /** Random orders for Shapley */
      permutations: number;
      /** Resamples */
      bootstrap: number;
      /** Confidence of the intervals (share) */
      confidence: number;
      /** Seed */
      seed: number;
      /** Conversions an experiment proved (count) */
      experiment: Record<string, number>;
      /** Paths listed */
      top_paths: number;
    };
    scalars: {
      /** Journeys (count) */
      journeys: number | null;
      /** Conversions attributed (count) */
      conversions: number | null;
      /** Conversion value (money) */
      value: number | null;
      /** Lost journeys (count) */
      nulls: number | null;
      /** Conversion rate (share) */
      conversion_rate: number | null;
      /** Touches (count) */
      touches: number | null;
      /** Users (count) */
      users: number | null;
      /** Channels (count) */
      channel_count: number | null;
      /** Different paths (count) */
      unique_paths: number | null;
      /** Markov order */
      order: number | null;
      /** Markov states (count) */
      states: number | null;
      /** Conversion probability of the chain (share) */
      conversion_probability: number | null;
      /** Expected value of a journey (money) */
      expected_value: number | null;
      /** AUC of the data-driven model (rate) */
      data_driven_auc: number | null;
      /** Has conversion values */
      has_value: boolean | null;
      /** Has times */
      has_times: boolean | null;
      /** Has spend */
      has_spend: boolean | null;
    };
    tables: {
      channels:
        | "channel"
        | "model"
        | "conversions"
        | "value"
        | "share"
        | "share_low"
        | "share_high"
        | "value_low"
        | "value_high"
        | "value_share"
        | "spend"
        | "cpa"
        | "roas"
        | "difference_to_last"
        | "value_difference_to_last"
        | "sampling_error";
      removal_effects: "channel" | "removal_effect" | "removal_effect_value" | "conversions" | "value";
      transitions: "from" | "to" | "journeys" | "conversions" | "probability";
      top_paths: "path" | "touches" | "conversions" | "value" | "nulls" | "conversion_rate";
      lengths: "touches" | "conversions" | "value" | "nulls" | "conversion_rate";
      lags: "days" | "conversions" | "value" | "cumulative_share";
      assists:
        | "channel"
        | "journeys"
        | "conversions"
        | "conversion_rate"
        | "first"
        | "last"
        | "assists"
        | "assist_ratio";
      synergy:
        | "channel_a"
        | "channel_b"
        | "journeys"
        | "conversions"
        | "rate"
        | "rate_low"
        | "rate_high"
        | "expected_rate"
        | "synergy";
      flows: "step" | "source" | "target" | "journeys" | "conversions" | "value";
      agreement: "model_a" | "model_b" | "agreement" | "rank_correlation";
      orders: "order" | "states" | "auc" | "penalised_auc" | "chosen";
      calibration: "tenth" | "predicted" | "observed" | "journeys";
      accuracy: "model" | "channels" | "mean_absolute_error" | "bias" | "relative_error";
      rules: "rank" | "channel" | "rule" | "touches";
      credits: "model" | "week_start" | "channel" | "adset_id" | "spend" | "clicks" | "ihc" | "pltv" | "revenue";
    };
  };
  /** Sessions */
  "attribution/sessions": {
    params: {
      /** Channel of a session */
      channel_from: "best" | "column" | "rules";
      /** Own channel rules */
      channel_rules: string;
      /** Outlier fence */
      fence: number;
      /** Least sessions for a shape (count) */
      least_sessions: number;
      /** Groups shown */
      groups: number;
      /** Bars of the histogram */
      bins: number;
      /** Outliers listed */
      listed: number;
    };
    scalars: {
      /** Sessions (count) */
      sessions: number | null;
      /** Users (count) */
      users: number | null;
      /** Conversions (count) */
      conversions: number | null;
      /** Conversions per session (share) */
      conversion_rate: number | null;
      /** Sessions with a duration (count) */
      timed: number | null;
      /** Median seconds */
      median: number | null;
      /** Mean seconds */
      mean: number | null;
      /** 95th percentile, seconds */
      p95: number | null;
      /** Longest, seconds */
      longest: number | null;
      /** Lower fence, seconds */
      fence_low: number | null;
      /** Upper fence, seconds */
      fence_high: number | null;
      /** Outliers (count) */
      outliers: number | null;
      /** Outlier share (share) */
      outlier_share: number | null;
      /** Outliers across a change of clocks (count) */
      clock_changes: number | null;
      /** Source and referrer differ (count) */
      mismatches: number | null;
      /** Share that differ (share) */
      mismatch_share: number | null;
    };
    tables: {
      groups:
        | "dimension"
        | "group"
        | "sessions"
        | "users"
        | "conversions"
        | "conversion_rate"
        | "mean"
        | "minimum"
        | "whisker_low"
        | "q1"
        | "median"
        | "q3"
        | "whisker_high"
        | "maximum"
        | "outliers"
        | "outlier_share";
      violins: "dimension" | "group" | "seconds" | "density";
      histogram: "low" | "high" | "sessions" | "conversions";
      outliers:
        | "session"
        | "user"
        | "start"
        | "seconds"
        | "times_median"
        | "side"
        | "note"
        | "channel"
        | "source"
        | "medium"
        | "term"
        | "page"
        | "referrer"
        | "converted";
      mismatches: "source" | "referrer" | "kind" | "sessions" | "conversions" | "share";
      missing: "field" | "missing" | "blank_words" | "share";
    };
  };
  /** Move the budget */
  "budget/reallocate": {
    params: {
      /** Method */
      method: "proportional" | "projected" | "linear" | "diminishing";
      /** Maximise */
      objective: "conversions" | "revenue" | "profit" | "pltv";
      /** Margin (share) */
      margin: number;
      /** Plan with rates */
      rates: "observed" | "shrunk";
      /** Total budget (money) */
      total_budget: number | null;
      /** Total: at least (money) */
      min_total: number | null;
      /** Total: at most (money) */
      max_total: number | null;
      /** Each campaign: smallest share (share) */
      min_share: number | null;
      /** Each campaign: largest share (share) */
      max_share: number | null;
      /** Each campaign: change at least (share) */
      min_change: number | null;
      /** Each campaign: change at most (share) */
      max_change: number | null;
      /** Least viable spend (money) */
      min_viable_spend: number | null;
      /** Groups */
      group_bounds: Record<string, { min?: number | null; max?: number | null }>;
      /** Campaigns set by hand */
      edits: Record<string, { budget?: number | null; min?: number | null; max?: number | null; locked?: boolean }>;
      /** Target CPA (money) */
      target_cpa: number | null;
      /** Target ROAS (rate) */
      target_roas: number | null;
      /** Round budgets to (money) */
      round_to: number;
      /** Response curves */
      curves: "automatic" | "elasticity";
      /** Elasticity (rate) */
      elasticity: number;
      /** Nearest by */
      distance: "squares" | "divergence";
      /** Rates are shrunk towards */
      pool: "all" | "group";
      /** Weeks that count as today (weeks) */
      recent_weeks: number;
      /** Points of the frontier (count) */
      frontier_points: number;
      /** Draws (count) */
      draws: number;
      /** Seed of the draws */
      seed: number;
    };
    scalars: {
      /** Campaigns (count) */
      campaigns: number | null;
      /** Without evidence (count) */
      no_evidence: number | null;
      /** Get more (count) */
      winners: number | null;
      /** Get less (count) */
      losers: number | null;
      /** Held by a limit (count) */
      at_bounds: number | null;
      /** Today's spend (money) */
      baseline_budget: number | null;
      /** Budget of the plan (money) */
      optimized_budget: number | null;
      /** Money moved (money) */
      moved: number | null;
      /** Conversions today (count) */
      baseline_conversions: number | null;
      /** Conversions expected (count) */
      optimized_conversions: number | null;
      /** Worth today (count) */
      baseline_value: number | null;
      /** Worth of the plan (count) */
      optimized_value: number | null;
      /** Lift at observed rates (count) */
      lift: number | null;
      /** Lift at observed rates (share) */
      lift_share: number | null;
      /** Verdict */
      verdict: string | null;
      /** Lift to be expected (count) */
      shrunk_lift: number | null;
      /** Lift to be expected (share) */
      shrunk_lift_share: number | null;
      /** Lift: low end (count) */
      lift_low: number | null;
      /** Lift: high end (count) */
      lift_high: number | null;
      /** Probability of a gain (share) */
      p_gain: number | null;
      /** Probability that all are equally good (share) */
      p_equal_rates: number | null;
      /** Left on the table (count) */
      left_on_table: number | null;
      /** Common marginal CPA (money) */
      marginal_cpa: number | null;
      /** Worth of the last dollar (rate) */
      price: number | null;
      /** No plan is worth more than (count) */
      bound: number | null;
      /** What a better plan could add at most (share) */
      gap: number | null;
      /** Steps of the search (count) */
      nodes: number | null;
      /** CPA of the plan (money) */
      average_cpa: number | null;
      /** ROAS of the plan (rate) */
      average_roas: number | null;
    };
    tables: {
      campaigns:
        | "campaign"
        | "group"
        | "cost"
        | "optimized_budget"
        | "budget_change"
        | "conversion_rate"
        | "cpc"
        | "conversions_per_dollar"
        | "spend_share"
        | "optimized_spend_share"
        | "expected_conversions"
        | "expected_conversions_optimized"
        | "conversion_efficiency_rank"
        | "marginal_cpa"
        | "marginal_value"
        | "min_budget"
        | "max_budget"
        | "at_bound"
        | "shrunk_rate"
        | "elasticity";
      groups:
        | "group"
        | "campaigns"
        | "cost"
        | "optimized_budget"
        | "budget_change"
        | "expected_conversions"
        | "expected_conversions_optimized"
        | "min_budget"
        | "max_budget"
        | "at_bound";
      frontier: "part_of_today" | "total_budget" | "conversions" | "value" | "bound" | "price" | "feasible";
      summary: "metric" | "count" | "mean" | "std" | "min" | "25%" | "50%" | "75%" | "max";
    };
  };
  /** ROAS bridge */
  "impact/bridge": {
    params: {
      /** Days of a period (count) */
      days: number;
      /** As of */
      as_of: string;
      /** Earlier period from */
      earlier_from: string;
      /** Earlier period to */
      earlier_to: string;
      /** Later period from */
      later_from: string;
      /** Later period to */
      later_to: string;
      /** Mix between */
      mix_by: "campaign" | "match_type";
    };
    scalars: {
      /** Earlier period from */
      earlier_from: string | null;
      /** Earlier period to */
      earlier_to: string | null;
      /** Later period from */
      later_from: string | null;
      /** Later period to */
      later_to: string | null;
      /** ROAS, earlier (rate) */
      roas_earlier: number | null;
      /** ROAS, later (rate) */
      roas_later: number | null;
      /** Change of ROAS (rate) */
      roas_change: number | null;
      /** Spend, earlier (money) */
      spend_earlier: number | null;
      /** Spend, later (money) */
      spend_later: number | null;
      /** Sales, earlier (money) */
      sales_earlier: number | null;
      /** Sales, later (money) */
      sales_later: number | null;
      /** Mix (rate) */
      mix: number | null;
      /** Cost per click (rate) */
      cost_per_click: number | null;
      /** Conversion rate (rate) */
      conversion: number | null;
      /** Order value (rate) */
      order_value: number | null;
      /** Not split (rate) */
      unsplit: number | null;
    };
    tables: {
      effects: "effect" | "roas_points" | "sales_at_later_spend";
      parts:
        | "name"
        | "spend_earlier"
        | "spend_later"
        | "roas_earlier"
        | "roas_later"
        | "mix"
        | "cost_per_click"
        | "conversion"
        | "order_value"
        | "unsplit"
        | "total";
    };
  };
  /** Measure */
  "impact/decisions": {
    params: {
      /** As of */
      as_of: string;
      /** Horizon, days (count) */
      horizon_days: number;
      /** Days before (count) */
      before_days: number;
      /** Days of the baseline (count) */
      baseline_days: number;
      /** Attribution buffer, days (count) */
      attribution_buffer_days: number;
      /** Rows are */
      grain: "auto" | "day" | "week";
      /** Fewest clicks (count) */
      min_clicks: number;
      /** Clicks without cap (count) */
      cap_clicks: number;
      /** Clicks for full weight (count) */
      full_weight_clicks: number;
      /** Tolerance of the bid (share) */
      cpc_tolerance: number;
      /** Least move of the cost per click (share) */
      direction_threshold: number;
      /** Drop of a negative, points (count) */
      negative_drop_points: number;
      /** Harvest nearly complete (share) */
      near_complete: number;
      /** Part of a harvest's lift (share) */
      harvest_lift: number;
      /** ROAS of efficient ad groups (rate) */
      efficient_roas: number;
      /** ROAS without a median (rate) */
      fallback_roas: number;
      /** Conversion rate without a median (share) */
      fallback_cvr: number;
      /** Confidence of the intervals (share) */
      confidence: number;
      /** Most look-alikes (count) */
      controls: number;
      /** Fewest look-alikes (count) */
      min_controls: number;
      /** False findings allowed (share) */
      false_discovery: number;
      /** Draws (count) */
      draws: number;
      /** Seed */
      seed: number;
      /** Compare horizons */
      compare_horizons: boolean;
    };
    scalars: {
      /** Latest data */
      latest_data_date: string | null;
      /** First data */
      first_data_date: string | null;
      /** Dates with data (count) */
      dates_with_data: number | null;
      /** Performance rows (count) */
      performance_rows: number | null;
      /** Actions (count) */
      actions: number | null;
      /** Old enough (count) */
      mature: number | null;
      /** Carried out (count) */
      validated: number | null;
      /** Carried out and old enough (count) */
      validated_mature: number | null;
      /** Counted (count) */
      counted: number | null;
      /** Not counted (count) */
      excluded: number | null;
      /** Too young (count) */
      excluded_immature: number | null;
      /** Cannot be verified (count) */
      excluded_unverified: number | null;
      /** Not carried out (count) */
      excluded_not_implemented: number | null;
      /** Market drag (count) */
      excluded_market_drag: number | null;
      /** Net impact (money) */
      net_impact: number | null;
      /** Net impact, low (money) */
      net_low: number | null;
      /** Net impact, high (money) */
      net_high: number | null;
      /** p-value of a net impact above 0 (share) */
      net_p_value: number | null;
      /** Win rate, % (rate) */
      win_rate_pct: number | null;
      /** Win rate of impacts other than 0, % (rate) */
      win_rate_nonzero_pct: number | null;
      /** Capital protected (money) */
      capital_protected: number | null;
      /** Capital protected, isolation left out (money) */
      capital_protected_without_isolation: number | null;
      /** Managed spend (money) */
      managed_spend: number | null;
      /** Sales (money) */
      total_sales: number | null;
      /** Decision ROI, % (rate) */
      decision_roi_pct: number | null;
      /** Efficient spend (money) */
      efficient_spend: number | null;
      /** Spend efficiency, % (rate) */
      spend_efficiency_pct: number | null;
      /** Cap on ROAS (rate) */
      roas_cap: number | null;
      /** Median ROAS of touched targets (rate) */
      roas_cap_median: number | null;
      /** Spread of their ROAS (rate) */
      roas_cap_sample_sd: number | null;
      /** Targets behind the cap (count) */
      roas_cap_targets: number | null;
      /** Capped actions (count) */
      capped_actions: number | null;
      /** Net impact, steadied (money) */
      shrunk_net: number | null;
      /** Steadied, low (money) */
      shrunk_low: number | null;
      /** Steadied, high (money) */
      shrunk_high: number | null;
      /** Actions with look-alikes (count) */
      controlled_actions: number | null;
      /** Old enough, without look-alikes (count) */
      without_control: number | null;
      /** Controlled impact (money) */
      controlled_net: number | null;
      /** Controlled, low (money) */
      controlled_low: number | null;
      /** Controlled, high (money) */
      controlled_high: number | null;
      /** p-value of a controlled impact above 0 (share) */
      controlled_p_value: number | null;
      /** Net impact of the same actions (money) */
      source_same_actions: number | null;
      /** Paid for nothing (money) */
      placebo_net: number | null;
      /** Difference a horizon earlier (money) */
      pretrend_net: number | null;
      /** Earlier difference, low (money) */
      pretrend_low: number | null;
      /** Earlier difference, high (money) */
      pretrend_high: number | null;
      /** Actions compared a horizon earlier (count) */
      pretrend_actions: number | null;
      /** Actions that stand out (count) */
      discoveries: number | null;
      /** Clusters resampled (count) */
      clusters: number | null;
      /** Resampled by */
      cluster_by: string | null;
      /** Trust */
      trust: string | null;
      /** Because */
      trust_reason: string | null;
    };
    tables: {
      actions:
        | "row"
        | "action_date"
        | "action_type"
        | "campaign_name"
        | "ad_group_name"
        | "target_text"
        | "match_type"
        | "match_level"
        | "before_spend"
        | "before_sales"
        | "before_clicks"
        | "after_spend"
        | "after_sales"
        | "after_clicks"
        | "before_cpc"
        | "after_cpc"
        | "baseline_spc"
        | "expected_sales"
        | "raw_impact"
        | "weight"
        | "impact"
        | "status"
        | "validated"
        | "mature"
        | "tag"
        | "counted"
        | "excluded_for"
        | "formula"
        | "before_days"
        | "after_days"
        | "scale"
        | "before_clicks_unscaled"
        | "before_impressions"
        | "after_impressions"
        | "direction"
        | "capped"
        | "baseline_spc_uncapped"
        | "term_before_sales"
        | "term_after_sales"
        | "shrunk_spc"
        | "shrunk_impact"
        | "forgone_sales"
        | "controls"
        | "control_sales"
        | "control_spend"
        | "spend_price"
        | "controlled_impact"
        | "controlled_low"
        | "controlled_high"
        | "pretrend_impact"
        | "placebo_impact"
        | "p_value"
        | "q_value"
        | "finding";
      totals:
        | "key"
        | "group"
        | "name"
        | "action_type"
        | "tag"
        | "actions"
        | "mature"
        | "validated"
        | "counted"
        | "market_drag"
        | "impact"
        | "impact_low"
        | "impact_high"
        | "win_rate_pct"
        | "controlled_actions"
        | "source_same"
        | "controlled_impact"
        | "controlled_low"
        | "controlled_high"
        | "placebo_impact";
      segments:
        | "match_type"
        | "name"
        | "spend"
        | "sales"
        | "clicks"
        | "orders"
        | "spend_share_pct"
        | "revenue_share_pct"
        | "efficiency_index"
        | "label";
      quadrants:
        | "campaign_name"
        | "name"
        | "spend"
        | "sales"
        | "clicks"
        | "orders"
        | "roas"
        | "cvr"
        | "median_roas"
        | "median_cvr"
        | "quadrant";
      timeline: "date" | "spend" | "sales" | "clicks" | "actions" | "counted" | "impact";
      horizons:
        | "horizon_days"
        | "mature"
        | "counted"
        | "net_impact"
        | "net_low"
        | "net_high"
        | "win_rate_pct"
        | "controlled_actions"
        | "controlled_impact"
        | "controlled_low"
        | "controlled_high";
    };
  };
  /** Efficiency */
  "impact/efficiency": {
    params: {
      /** As of */
      as_of: string;
      /** Segments are */
      segment_by: "match_type" | "campaign" | "ad_group" | "target";
      /** ROAS of efficient ad groups (rate) */
      efficient_roas: number;
      /** ROAS without a median (rate) */
      fallback_roas: number;
      /** Conversion rate without a median (share) */
      fallback_cvr: number;
    };
    scalars: {
      /** First data */
      first_data_date: string | null;
      /** Latest data */
      latest_data_date: string | null;
      /** Spend (money) */
      spend: number | null;
      /** Sales (money) */
      sales: number | null;
      /** ROAS (rate) */
      roas: number | null;
      /** Efficient spend (money) */
      efficient_spend: number | null;
      /** Spend efficiency, % (rate) */
      spend_efficiency_pct: number | null;
      /** Spend in amplifiers (money) */
      amplifier_spend: number | null;
      /** Spend in balanced segments (money) */
      balanced_spend: number | null;
      /** Spend to review (money) */
      review_spend: number | null;
      /** Spend in drags (money) */
      drag_spend: number | null;
      /** Stars (count) */
      stars: number | null;
      /** Scale potential (count) */
      scale_potential: number | null;
      /** Profit potential (count) */
      profit_potential: number | null;
      /** Cut (count) */
      cut: number | null;
      /** Spend of campaigns to cut (money) */
      cut_spend: number | null;
    };
    tables: {
      segments:
        | "match_type"
        | "name"
        | "spend"
        | "sales"
        | "clicks"
        | "orders"
        | "spend_share_pct"
        | "revenue_share_pct"
        | "efficiency_index"
        | "label";
      quadrants:
        | "campaign_name"
        | "name"
        | "spend"
        | "sales"
        | "clicks"
        | "orders"
        | "roas"
        | "cvr"
        | "median_roas"
        | "median_cvr"
        | "quadrant";
    };
  };
  /** Score */
  "scoring/adsets": {
    params: {
      /** Decide as of week */
      as_of_week: string;
      /** Orders per attributed order (rate) */
      uplift: Record<string, number>;
      /** Spend gate: weeks (weeks) */
      spend_gate_weeks: number;
      /** Spend gate: least spend (money) */
      min_spend: number;
      /** Engagement gate: weeks (weeks) */
      engagement_gate_weeks: number;
      /** Engagement gate: least clicks (count) */
      min_clicks: number;
      /** Engagement gate: least orders (count) */
      min_ihc: number;
      /** Engagement gate: orders counted */
      gate_ihc: "raw" | "redistributed";
      /** Shortest window (weeks) */
      min_weeks: number;
      /** Longest window (weeks) */
      max_weeks: number;
      /** Clicks that suffice (count) */
      window_clicks: number;
      /** Orders that suffice (count) */
      window_ihc: number;
      /** Error level of intervals (share) */
      alpha: number;
      /** Orders counted for the bounds */
      binomial_count: "raw" | "redistributed";
      /** The interval starts from */
      interval_prior: "channel" | "jeffreys";
      /** Scores are relative to */
      scale: "max" | "p95";
      /** Dead zone (score) */
      dead_zone: number;
      /** Coverage for the target CAC (share) */
      target_coverage: number;
      /** Coverage: weeks (weeks) */
      coverage_weeks: number;
      /** Pause above this loss a week (money) */
      pause_stake: number;
    };
    scalars: {
      /** As of week */
      as_of_week: string | null;
      /** Compared with week */
      previous_week: string | null;
      /** Weeks in the data (weeks) */
      weeks_in_data: number | null;
      /** Adsets seen (count) */
      adsets_seen: number | null;
      /** Adsets kept (count) */
      adsets_scored: number | null;
      /** Adsets left out (count) */
      adsets_dropped: number | null;
      /** Scale (count) */
      scale_count: number | null;
      /** Hold (count) */
      hold_count: number | null;
      /** Reduce (count) */
      reduce_count: number | null;
      /** Of these, pause (count) */
      pause_count: number | null;
      /** Not yet clear (count) */
      undecided_count: number | null;
      /** Changed since last week (count) */
      changed_count: number | null;
      /** Cannot tell (count) */
      unscored_count: number | null;
      /** With enough data (count) */
      lb_count: number | null;
      /** Optimistic (count) */
      binomial_count: number | null;
      /** Spend this week (money) */
      weekly_spend: number | null;
      /** Spend this week, scale (money) */
      weekly_spend_scale: number | null;
      /** Spend this week, hold (money) */
      weekly_spend_hold: number | null;
      /** Spend this week, reduce (money) */
      weekly_spend_reduce: number | null;
      /** Spend this week above break-even (money) */
      weekly_spend_above_break_even: number | null;
      /** Spend this week, not yet clear (money) */
      weekly_spend_undecided: number | null;
      /** Spend above break-even, not yet clear (money) */
      weekly_spend_above_undecided: number | null;
      /** Lost this week (money) */
      weekly_loss: number | null;
      /** Spend covered (share) */
      spend_coverage: number | null;
      /** Target CAC (money) */
      target_cac: number | null;
    };
    tables: {
      adsets:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "clicks_LB"
        | "impressions_LB"
        | "sessions_LB"
        | "spend_LB"
        | "redistributed_ihc_LB"
        | "influenced_trials_LB"
        | "avg_pltv_influ_LB"
        | "estimated_cac"
        | "cac_lower"
        | "cac_upper"
        | "binomial_lb_cvr"
        | "binomial_ub_cvr"
        | "weeks_used"
        | "selection_reason"
        | "ihc_final"
        | "hvc_male_influenced_LB"
        | "hvc_female_influenced_LB"
        | "share_hvc_male_LB"
        | "share_hvc_female_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "p_profitable"
        | "action"
        | "notes"
        | "undecided"
        | "clicks_needed"
        | "money_at_stake"
        | "cac_spend"
        | "weekly_spend"
        | "fb_spend"
        | "fb_clicks"
        | "fb_ihc";
      dropped:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "gate"
        | "recent_spend"
        | "recent_clicks"
        | "recent_ihc"
        | "weekly_spend";
      campaigns:
        | "campaign_name"
        | "campaign_id"
        | "channel"
        | "adsets"
        | "adsets_lb"
        | "adsets_binomial"
        | "spend_LB"
        | "clicks_LB"
        | "redistributed_ihc_LB"
        | "cac_spend"
        | "ihc_final"
        | "estimated_cac"
        | "avg_pltv_influ_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "weekly_spend";
      channels:
        | "channel"
        | "adsets"
        | "adsets_lb"
        | "adsets_binomial"
        | "spend_LB"
        | "clicks_LB"
        | "redistributed_ihc_LB"
        | "cac_spend"
        | "ihc_final"
        | "estimated_cac"
        | "avg_pltv_influ_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "weekly_spend"
        | "uplift"
        | "spend_coverage"
        | "target_cac"
        | "prior_rate"
        | "prior_clicks";
      coverage: "curve" | "rank" | "adset_id" | "adset_name" | "cum_spend" | "cum_ihc" | "coverage" | "cum_cac";
      changes:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "bucket_before"
        | "bucket_after"
        | "why"
        | "score_before"
        | "score_after"
        | "by_cac"
        | "by_pltv"
        | "by_scale"
        | "cac_before"
        | "cac_after"
        | "pltv_before"
        | "pltv_after"
        | "weeks_before"
        | "weeks_after"
        | "weekly_spend";
      monitoring:
        | "channel"
        | "week_start"
        | "orders"
        | "attributed"
        | "factor"
        | "reference"
        | "change"
        | "bound"
        | "drifts";
    };
  };
}

export type AnalysisId = keyof Analyses;
export type ParamsOf<Id extends AnalysisId> = Analyses[Id]["params"];
export type ScalarsOf<Id extends AnalysisId> = Analyses[Id]["scalars"];
export type TablesOf<Id extends AnalysisId> = Analyses[Id]["tables"];
export type ColumnOf<Id extends AnalysisId, Table extends keyof TablesOf<Id>> = TablesOf<Id>[Table];
