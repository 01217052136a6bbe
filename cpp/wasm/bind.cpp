// The engine's face to JavaScript: a Session behind Embind. JSON goes in and out; columns leave as views to be copied
// at once.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <new>
#include <string>
#include <unordered_map>

#include "session/session.h"

namespace outlay {
namespace {

using emscripten::val;

// Every call answers {"ok": ...} or {"error": ...}: a C++ exception would reach JavaScript without its message.
template <class Work>
std::string reply(Work work) {
  try {
    return Json().set("ok", work()).dump();
  } catch (const Error& error) {
    return Json().set("error", to_json(error)).dump();
  } catch (const std::bad_alloc&) {
    const Error error(ErrorCode::bad_file, "There is not enough memory for this.",
                      "Close other tabs, or export fewer rows or columns.");
    return Json().set("error", to_json(error)).dump();
  } catch (const std::exception& error) {
    const Error internal(ErrorCode::internal, std::string("The engine failed: ") + error.what() + ".",
                         "Please report this with what you did.");
    return Json().set("error", to_json(internal)).dump();
  }
}

// Shift_JIS by the browser's own decoder.
ingest::Convert shift_jis_of_host() {
  const val decoder = val::global("TextDecoder").new_(std::string("shift_jis"));
  return [decoder](std::string_view bytes, std::string& out, bool last) {
    val options = val::object();
    options.set("stream", !last);
    const val view(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
    out += decoder.call<std::string>("decode", view, options);
  };
}

class Boundary {
 public:
  Boundary() { ingest::make_shift_jis_converter = shift_jis_of_host; }

  std::string catalogue_text() const { return catalogue().dump(); }

  // `options` is a JSON object, see `read_options`.
  std::string begin_file(const std::string& name, double bytes, const std::string& options) {
    return reply([&] {
      auto reader = std::make_unique<ingest::Reader>(name, bytes, read_options(Json::parse(options)));
      readers_.emplace(next_reader_, Reading{name, std::move(reader)});
      return Json().set("reader", next_reader_++);
    });
  }
  // Where the page writes the next bytes of a file; 0 when there is no memory for them.
  double stage(int bytes) {
    try {
      staging_.resize(static_cast<std::size_t>(bytes));
    } catch (const std::bad_alloc&) {
      return 0;
    }
    return static_cast<double>(reinterpret_cast<std::uintptr_t>(staging_.data()));
  }
  std::string feed(int reader, int bytes) {
    return reply([&] {
      Reading& reading = readers_.at(reader);
      return within_memory(reading.name, [&] {
        reading.reader->feed(std::string_view(staging_.data(), static_cast<std::size_t>(bytes)));
        return Json().set("rows", reading.reader->rows());
      });
    });
  }
  std::string finish_file(int reader) {
    return reply([&] {
      const Reading owned = std::move(readers_.at(reader));
      readers_.erase(reader);
      staging_ = {};
      return within_memory(owned.name, [&] { return session_.add(owned.reader->finish()); });
    });
  }
  void abandon_file(int reader) { readers_.erase(reader); }

  void remove_table(int table) { session_.remove(table); }
  std::string preview(int table, int first, int count) {
    return reply(
        [&] { return session_.preview(table, static_cast<std::size_t>(first), static_cast<std::size_t>(count)); });
  }
  std::string suits(const std::string& tables) {
    return reply([&] {
      std::vector<int> ids;
      const Json list = Json::parse(tables);
      for (const Json& id : list.array() ? *list.array() : Json::Array{}) ids.push_back(table_id(id));
      return session_.suits(ids);
    });
  }
  std::string run(const std::string& analysis, const std::string& request, val progress) {
    return reply([&] {
      refs_ = {};
      const auto listener = [&](double fraction, std::string_view phase) {
        progress(fraction, std::string(phase));
        return true;
      };
      return session_.run(analysis, read_request(Json::parse(request)), listener, &refs_);
    });
  }
  std::string explain(const std::string& analysis, const std::string& request, const std::string& row) {
    return reply(
        [&] { return session_.explain(analysis, read_request(Json::parse(request)), read_row(Json::parse(row))); });
  }
  std::string csv(const std::string& table) {
    return reply([&] { return Json().set("csv", session_.csv(table)); });
  }
  val f64(int k) const {
    const NumberColumn& column = *refs_.f64.at(static_cast<std::size_t>(k));
    return val(emscripten::typed_memory_view(column.size(), column.data()));
  }
  val i32(int k) const {
    const std::vector<std::int32_t>& column = *refs_.i32.at(static_cast<std::size_t>(k));
    return val(emscripten::typed_memory_view(column.size(), column.data()));
  }

 private:
  struct Reading {
    std::string name;
    std::unique_ptr<ingest::Reader> reader;
  };

  // Memory that runs out while a file is read is that file's fault: the tables before it stay.
  template <class Work>
  Json within_memory(const std::string& file, Work work) {
    try {
      return work();
    } catch (const std::bad_alloc&) {
      staging_ = {};
      throw ingest::larger_than_memory(file);
    }
  }

  Session session_;
  ColumnRefs refs_;
  std::unordered_map<int, Reading> readers_;
  int next_reader_ = 1;
  std::vector<char> staging_;
};

}  // namespace
}  // namespace outlay

EMSCRIPTEN_BINDINGS(outlay) {
  using outlay::Boundary;
  emscripten::class_<Boundary>("Session")
      .constructor<>()
      .function("catalogue", &Boundary::catalogue_text)
      .function("begin_file", &Boundary::begin_file)
      .function("stage", &Boundary::stage)
      .function("feed", &Boundary::feed)
      .function("finish_file", &Boundary::finish_file)
      .function("abandon_file", &Boundary::abandon_file)
      .function("remove_table", &Boundary::remove_table)
      .function("preview", &Boundary::preview)
      .function("suits", &Boundary::suits)
      .function("run", &Boundary::run)
      .function("explain", &Boundary::explain)
      .function("csv", &Boundary::csv)
      .function("f64", &Boundary::f64)
      .function("i32", &Boundary::i32);
}
