#include "http/server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace chido {

struct Metrics::Parts {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("chido_http_requests_total")
          .Help("Requests answered, by method, route and status")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("chido_http_request_seconds")
          .Help("Time from the first byte read to the answer handed over")
          .Register(registry);
  prometheus::Counter& bytes = prometheus::BuildCounter()
                                   .Name("chido_http_response_bytes_total")
                                   .Help("Bytes of answers before compression")
                                   .Register(registry)
                                   .Add({});
  prometheus::Counter& shed = prometheus::BuildCounter()
                                  .Name("chido_http_shed_total")
                                  .Help("Requests turned away because the queue was full")
                                  .Register(registry)
                                  .Add({});
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::Count(std::string_view method, std::string_view route, int status,
                    std::chrono::nanoseconds took, std::size_t bytes) {
  const std::string name(route);
  parts_->requests
      .Add({{"method", std::string(method)}, {"route", name}, {"status", std::to_string(status)}})
      .Increment();
  static const prometheus::Histogram::BucketBoundaries kBounds{
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5};
  parts_->seconds.Add({{"route", name}}, kBounds)
      .Observe(std::chrono::duration<double>(took).count());
  parts_->bytes.Increment(static_cast<double>(bytes));
}

void Metrics::CountShed() { parts_->shed.Increment(); }

std::string Metrics::Text() const {
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace chido
