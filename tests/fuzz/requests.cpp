// Fuzzes what a caller sends: JSON, reading options, requests and parameters, run on a small table.
#include <cstdio>
#include <cstdlib>

#include "analyses/registry.h"
#include "session/session.h"

namespace {

using namespace outlay;

Session with_table() {
  std::string text = "week_start,channel,campaign_id,adset_id,adset_name,spend,clicks,ihc,pltv\n";
  for (int row = 0; row < 48; ++row) {
    const std::string week = row / 12 == 0 ? "2026-10-26" : row / 12 == 1 ? "2026-11-02" : "2026-11-09";
    const std::string adset = std::to_string(row % 12);
    const char* channel = row % 3 == 0 ? "Meta" : row % 3 == 1 ? "PMAX" : "TikTok";
    text += week + "," + channel + ",c" + std::to_string(row % 4) + ",a" + adset + ",\"Set, " + adset + "\"," +
            std::to_string(40 + row * 7) + ".5," + std::to_string(20 + row) + "," + std::to_string(row % 5) + ".25," +
            std::to_string(60 + row) + "\n";
  }
  ingest::Reader reader("fixed.csv", static_cast<double>(text.size()));
  reader.feed(text);
  Session session;
  session.add(reader.finish());
  return session;
}

void check_round_trip(const Json& json) {
  const std::string once = json.dump();
  const std::string again = Json::parse(once).dump();
  const std::string pretty = Json::parse(json.dump(true)).dump();
  if (once == again && once == pretty) return;
  std::fprintf(stderr, "FIND: JSON changes on its way\nonce:   %s\nagain:  %s\npretty: %s\n", once.c_str(),
               again.c_str(), pretty.c_str());
  std::abort();
}

template <class Work>
void attempt(Work work) {
  try {
    work();
  } catch (const Error& error) {
    Json::parse(to_json(error).dump());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Session session = with_table();
  Json json;
  try {
    json = Json::parse({reinterpret_cast<const char*>(data), size});
  } catch (const Error&) {
    return 0;
  }
  check_round_trip(json);
  attempt([&] { read_options(json); });
  for (const Analysis& analysis : registry()) {
    attempt([&] { read_params(json, analysis.params().describe); });
    attempt([&] { Json::parse(session.run(analysis.about.id, read_request(json), {}, nullptr).dump()); });
  }
  return 0;
}
