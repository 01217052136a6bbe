// An analysis as the rest of the engine sees it: what it is called, what it needs, and how to run it.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/archive.h"
#include "core/context.h"
#include "core/explanation.h"
#include "core/inputs.h"

namespace outlay {

/// How far a figure may be trusted as cause and effect.
enum class Grade { observed, attributed, modelled, proven };

std::string_view name_of(Grade grade);

struct About {
  const char* id;  // "area/op", the name everywhere
  const char* title;
  const char* question;
  Grade grade = Grade::observed;
  std::vector<InputSpec> inputs;
  std::vector<const char*> explains = {};  // columns of the result by which a row can be explained, when any can
};

/// Walks the fields of something with a given archive.
using Describe = std::function<void(Archive&)>;

/// A parameter set or a result whose type is forgotten.
struct Described {
  std::shared_ptr<void> value;
  Describe describe;
};

struct Analysis {
  About about;
  std::function<Described()> params;  // with the defaults
  std::function<Described()> result;  // empty, for its schema
  std::function<Described(const Described& params, const Inputs&, Context&)> run;
  /// Empty when the analysis explains nothing. `result` is that of a run with the same parameters and inputs.
  std::function<Explanation(const Described& params, const Inputs&, const Described& result, const RowKey&)> explain;
};

template <class T>
Described described(T value) {
  auto held = std::make_shared<T>(std::move(value));
  return {held, [raw = held.get()](Archive& archive) { raw->describe(archive); }};
}

/// The page's first engine reads files and says what every analysis is and needs; it runs none, which leaves their code
/// out.
#ifdef OUTLAY_READER_ONLY
inline constexpr bool runs_analyses = false;
#else
inline constexpr bool runs_analyses = true;
#endif

/// Makes the registry's entry from an operation's `about` and `run`. Inlined, since a pointer that is passed on would
/// bring the operation into an engine that does not run it.
template <class Params, class Result>
[[gnu::always_inline]] inline Analysis make_analysis(About (*about)(),
                                                     Result (*run)(const Params&, const Inputs&, Context&)) {
  Analysis analysis{about(), [] { return described(Params{}); }, [] { return described(Result{}); }, {}, {}};
  if constexpr (runs_analyses) {
    analysis.run = [run](const Described& params, const Inputs& inputs, Context& context) {
      return described(run(*static_cast<const Params*>(params.value.get()), inputs, context));
    };
  }
  return analysis;
}

/// The same for one that also explains its rows. What it explains is a result that was shown, so that the two cannot
/// differ; a key that it does not know it refuses by `refuse_row`.
template <class Params, class Result>
[[gnu::always_inline]] inline Analysis make_analysis(About (*about)(),
                                                     Result (*run)(const Params&, const Inputs&, Context&),
                                                     Explanation (*explain)(const Params&, const Inputs&, const Result&,
                                                                            const RowKey&)) {
  Analysis analysis = make_analysis(about, run);
  if constexpr (runs_analyses) {
    analysis.explain = [explain](const Described& params, const Inputs& inputs, const Described& result,
                                 const RowKey& row) {
      return explain(*static_cast<const Params*>(params.value.get()), inputs,
                     *static_cast<const Result*>(result.value.get()), row);
    };
  }
  return analysis;
}

}  // namespace outlay
