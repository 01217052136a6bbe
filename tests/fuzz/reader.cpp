// Fuzzes the reader: any bytes, cut anywhere, give a table or an Error, and the cuts make no difference.
#include <cstdio>
#include <cstdlib>

#include "ingest/report.h"
#include "plan.h"

namespace {

using namespace outlay;

// What a reader made of the bytes, or why it refused them.
template <class Feed>
std::string outcome(ingest::Reader reader, Feed feed) {
  try {
    feed(reader);
    const ingest::File file = reader.finish();
    std::vector<int> ids;
    for (std::size_t t = 0; t < file.tables.size(); ++t) ids.push_back(static_cast<int>(t) + 1);
    return ingest::report_on(file, ids).dump();
  } catch (const Error& error) {
    return to_json(error).dump();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Plan plan(data, size);
  const std::string pieces = outcome(plan.reader(), [&](ingest::Reader& reader) { plan.feed_pieces(reader); });
  const std::string whole = outcome(plan.reader(), [&](ingest::Reader& reader) { plan.feed_whole(reader); });
  if (pieces != whole) {
    std::fprintf(stderr, "FIND: the cuts make a difference\npieces: %s\nwhole:  %s\n", pieces.c_str(), whole.c_str());
    std::abort();
  }
  return 0;
}
