#include "linker/reading/frame_evidence.h"
#include "linker/reading/stages.h"

namespace chido {
namespace {

constexpr std::string_view kCentral = "Trung ương";
constexpr float kLeast = 2;          ///< below this a province is only a candidate
constexpr float kLeastAlone = 1.7F;  ///< the same where no other province is named
constexpr float kLead = 1.6F;        ///< how far the first must be ahead of the second
constexpr float kCentralLeast = 2.5F;
constexpr float kCentralAlone = 4;  ///< the same where nobody of a province acts
constexpr std::size_t kMostCandidates = 5;

/// Whether a national matter is reported: organs of the centre act in its head, and no province's
/// organs or name outweigh them.
bool IsNational(const FrameEvidence& evidence) {
  if (evidence.central < kCentralLeast) return false;
  const float host = evidence.central_host ? 1.5F : 1;
  const float central = host * (evidence.central + 0.3F * evidence.central_body);
  if (evidence.provinces.empty()) return evidence.local < central;
  const ProvinceScore& best = evidence.provinces.front();
  // A province's own page, or a province in the headline, reports of the province.
  const float own = best.address * 0.45F + best.text + best.head * 0.5F + evidence.local * 0.5F;
  return central > own;
}

bool IsClear(const std::vector<ProvinceScore>& provinces) {
  const ProvinceScore& best = provinces.front();
  if (provinces.size() == 1) return best.total() >= kLeastAlone;
  return best.total() >= kLeast && best.total() >= kLead * provinces[1].total();
}

/// Whether organs of the centre alone are left: nobody of a province acts, and no province stands
/// out, or one is only named in passing.
bool IsLeftToCentre(const FrameEvidence& evidence) {
  const float central = evidence.central + evidence.central_body;
  if (evidence.local > 0 || central < kCentralAlone) return false;
  if (evidence.provinces.empty()) return true;
  const ProvinceScore& best = evidence.provinces.front();
  if (best.address > 0) return false;
  if (best.head == 0) return central > best.text;
  constexpr std::size_t kMany = 3;
  return evidence.provinces.size() >= kMany && !IsClear(evidence.provinces);
}

}  // namespace

void ReadFrame(Draft& draft) {
  FrameItem& frame = draft.frame;
  Ground published;
  frame.published = ReadPublished(draft, published);
  if (!published.rule.empty()) frame.grounds.push_back(published);
  const FrameEvidence evidence = CollectFrameEvidence(draft);
  if (IsNational(evidence) || IsLeftToCentre(evidence)) {
    frame.jurisdiction = kCentral;
    frame.grounds.push_back(evidence.central_ground);
    return;
  }
  if (evidence.provinces.empty()) return;
  const auto units = draft.lexicon.units();
  if (IsClear(evidence.provinces)) {
    const ProvinceScore& best = evidence.provinces.front();
    frame.jurisdiction = units[best.unit].name;
    frame.jurisdiction_uid = units[best.unit].uid;
    frame.grounds.push_back(best.ground);
    return;
  }
  for (const ProvinceScore& score : evidence.provinces) {
    if (frame.candidates.size() == kMostCandidates) break;
    frame.candidates.emplace_back(units[score.unit].name);
  }
}

}  // namespace chido
