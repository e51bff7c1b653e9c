#pragma once

#include <string_view>

namespace chido {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

/// Sets the least level that is written. Thread-safe. The start value is kInfo.
void SetLogLevel(LogLevel level);

/// Writes one line to stderr with time and level. Thread-safe.
void Log(LogLevel level, std::string_view message);

}  // namespace chido
