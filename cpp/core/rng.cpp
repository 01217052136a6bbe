// Philox blocks and the few distributions that simulations and resampling need.
#include "core/rng.h"

#include <cmath>

namespace outlay {
namespace {

// FNV-1a: the key depends on the operation's name and on nothing that may change between builds.
std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 14695981039346656037u;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return h;
}

// Written in place and in words of 64 bits, whose upper halves are left as they come: in WebAssembly two thirds of the
// time of returning an array of narrowed ones.
inline void fill_block(const std::array<std::uint32_t, 4>& counter, const std::array<std::uint32_t, 2>& key,
                       std::array<std::uint32_t, 4>& out) {
  constexpr std::uint64_t low = 0xFFFFFFFF;
  std::uint64_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  std::uint64_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = 0xD2511F53 * (c0 & low);
    const std::uint64_t p1 = 0xCD9E8D57 * (c2 & low);
    c0 = (p1 >> 32) ^ c1 ^ k0;
    c2 = (p0 >> 32) ^ c3 ^ k1;
    c1 = p1;
    c3 = p0;
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
  out = {static_cast<std::uint32_t>(c0), static_cast<std::uint32_t>(c1), static_cast<std::uint32_t>(c2),
         static_cast<std::uint32_t>(c3)};
}

}  // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  std::array<std::uint32_t, 4> out;
  fill_block(counter, key, out);
  return out;
}

Rng::Rng(std::uint64_t seed, std::string_view op, std::uint64_t stream) {
  const std::uint64_t key = seed ^ hash(op);
  key_ = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
  counter_[2] = static_cast<std::uint32_t>(stream);
  counter_[3] = static_cast<std::uint32_t>(stream >> 32);
}

std::uint32_t Rng::bits() {
  if (used_ == 4) {
    fill_block(counter_, key_, block_);
    if (++counter_[0] == 0) ++counter_[1];
    used_ = 0;
  }
  return block_[used_++];
}

double Rng::uniform() {
  const std::uint64_t high = bits() >> 5;
  const std::uint64_t low = bits() >> 6;
  return static_cast<double>((high << 26) | low) * 0x1p-53;
}

std::uint32_t Rng::below(std::uint32_t n) {
  const std::uint32_t threshold = (0u - n) % n;  // Lemire 2019: reject the few values that would favour some results
  for (;;) {
    const std::uint64_t product = std::uint64_t{bits()} * n;
    if (static_cast<std::uint32_t>(product) >= threshold) return static_cast<std::uint32_t>(product >> 32);
  }
}

double Rng::normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_normal_;
  }
  for (;;) {
    const double u = 2 * uniform() - 1;
    const double v = 2 * uniform() - 1;
    const double s = u * u + v * v;
    if (s >= 1 || s == 0) continue;
    const double factor = std::sqrt(-2 * std::log(s) / s);
    spare_normal_ = v * factor;
    has_spare_ = true;
    return u * factor;
  }
}

double Rng::gamma(double shape) {
  if (shape < 1) {
    // Boost to shape + 1 and scale back, as the paper's section 6 has it.
    double u = uniform();
    while (u == 0) u = uniform();
    return gamma(shape + 1) * std::pow(u, 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double t = 1 + c * x;
    if (t <= 0) continue;
    const double v = t * t * t;
    const double u = uniform();
    if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

double Rng::beta(double a, double b) {
  const double x = gamma(a);
  return x / (x + gamma(b));
}

double Rng::poisson(double mean) {
  if (!(mean > 0)) return 0;
  if (mean < 30) {
    double left = uniform(), p = std::exp(-mean), k = 0;
    while (left >= p && p > 0) {
      left -= p;
      p *= mean / ++k;
    }
    return k;
  }
  const double b = 0.931 + 2.53 * std::sqrt(mean);  // PTRS; the constants are the paper's
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double s = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / s + b) * u + mean + 0.43);
    if (s >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (s < 0.013 && v > s)) continue;
    if (std::log(v * inverse_alpha / (a / (s * s) + b)) <= k * std::log(mean) - mean - std::lgamma(k + 1)) return k;
  }
}

}  // namespace outlay
