// Filling the result tables of attribution/paths.
#pragma once

#include <vector>

#include "analyses/attribution/models.h"
#include "analyses/attribution/paths.h"
#include "analyses/attribution/spend.h"

namespace outlay::attribution::paths {

/// Channels in the order in which tables list them: by the conversions they took part in, then by name. Counts, unlike
/// credits, are the same to the last digit on every machine.
std::vector<std::uint32_t> listed_channels(const Journeys& journeys);

void fill_channels(const Journeys& journeys, const ModelRun& run, const std::vector<double>& spend, ChannelTable& out);
void fill_credits(const Journeys& journeys, const ModelRun& run, const Spend& spend, CreditTable& out);
void fill_removal(const Journeys& journeys, const ModelRun& run, RemovalTable& out);
void fill_transitions(const ModelRun& run, TransitionTable& out);
void fill_agreement(const ModelRun& run, AgreementTable& out);
void fill_orders(const ModelRun& run, OrderTable& out);
void fill_calibration(const ModelRun& run, CalibrationTable& out);
/// `experiment`: conversions that an experiment found each channel to cause. Throws `bad_param` for an unknown channel.
void fill_accuracy(const Journeys& journeys, const ModelRun& run, const NumberByName& experiment, AccuracyTable& out);

void fill_top_paths(const Journeys& journeys, int most, PathTable& out);
void fill_lengths(const Journeys& journeys, LengthTable& out);
void fill_lags(const Journeys& journeys, LagTable& out);
void fill_assists(const Journeys& journeys, AssistTable& out);
/// Pairs that at least 30 journeys share; the 200 with the most.
void fill_synergy(const Journeys& journeys, double confidence, SynergyTable& out);
void fill_flows(const Journeys& journeys, FlowTable& out);
void fill_rules(const TouchChannels& channels, RuleTable& out);

}  // namespace outlay::attribution::paths
