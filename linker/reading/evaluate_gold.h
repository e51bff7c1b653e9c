#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace chido {

// A reading as the judge sees it: names in comparable form, ids resolved.

struct JudgedRole {
  std::string title;
  std::string body;  ///< folded as a body
  bool doubtful = false;
};

struct JudgedOfficial {
  std::string id;
  std::string name;             ///< folded
  std::set<std::string> forms;  ///< name and other forms, folded
  bool doubtful = false;
  std::vector<JudgedRole> roles;
};

struct JudgedBody {
  std::string name;             ///< folded as a body
  std::set<std::string> forms;  ///< with the other names
  bool doubtful = false;
};

struct JudgedMeeting {
  std::string title;
  std::set<std::string> words;  ///< of the title
  std::string date;
  bool doubtful = false;
  std::vector<std::string> organisers;  ///< folded as bodies
  /// By "chaired", "spoke", "attended" and the same after "doubtful_": ids of officials.
  std::map<std::string, std::vector<std::string>, std::less<>> parts;
};

struct JudgedDirective {
  std::string id;
  std::string key;              ///< folded number or name
  std::set<std::string> forms;  ///< keys that count as right
  bool doubtful = false;
  std::string issuer;  ///< folded as a body; empty if open
  std::string date;
  std::string function;
};

struct JudgedRelation {
  std::string from;
  std::string predicate;
  std::string to;
};

struct JudgedReading {
  std::string id;
  std::vector<JudgedOfficial> officials;
  std::vector<JudgedBody> bodies;
  std::vector<JudgedMeeting> meetings;
  std::vector<JudgedDirective> directives;
  std::vector<JudgedRelation> relations;  ///< by directive id
  std::string jurisdiction;               ///< folded as a body; empty if open
  std::string published;
};

/// Reads JSON lines of readings; blank lines are passed over. Error kBadInput names `what` and the
/// line.
Result<std::vector<JudgedReading>> ParseReadings(std::string_view jsonl, std::string_view what);

}  // namespace chido
