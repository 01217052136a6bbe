// What a folded header means, on its own and beside the others of its file.
#pragma once

#include <string>
#include <vector>

#include "ingest/platforms/folding.h"
#include "ingest/platforms/roles.h"
#include "ingest/vocabulary.h"

namespace outlay::ingest {

Guess guess_of(const Folded& header, const Platform& platform);

/// A guess a header, by the platform's rules for headers side by side; several may claim one role.
std::vector<Guess> claims_of(const std::vector<Folded>& headers, const Platform& platform);

/// How well a header fits one role, in whatever file.
Fit alias_fit(const Folded& header, std::string_view role);

/// How well the holder of a role does another's work.
double kin_confidence(std::string_view asked, std::string_view stands_in);

/// The personal data that a header announces, alone or after a word such as "customer"; null for none.
const KnownRole* personal_role(const Folded& header);

}  // namespace outlay::ingest
