#pragma once

#include <array>
#include <cstddef>

/// Weights and thresholds of the decision whether two groups of mentions of one name are one
/// official: Fellegi and Sunter, "A Theory for Record Linkage" (1969), with Winkler's adjustment
/// for term frequency. All weights are log2 of m/u: m is how often a comparison comes out so for
/// one person, u how often for two of one name. README.md tells how the values were estimated;
/// nothing else in the code decides.
namespace chido::model {

// Decisions, in log2 of the odds that both are one.
inline constexpr double kMatch = 3;    ///< from here on: one person (eight to one)
inline constexpr double kReview = -3;  ///< between here and kMatch people should look
/// How sure a bare name must be of its one candidate among all of its name, NIL included.
inline constexpr double kBareMatch = 0.8;

// Prior: how many others bear the name.
/// Officials of all levels of whom news of two decades may tell.
inline constexpr double kOfficials = 200'000;
/// Share of a syllable that no table counts, per cent.
inline constexpr double kRareSurname = 0.02;
inline constexpr double kRareMiddle = 0.03;
inline constexpr double kRareGiven = 0.015;
/// No name is so rare that it decides alone, and none so frequent that a body and a post may not.
inline constexpr double kBestPrior = 6;
inline constexpr double kWorstPrior = -8;
/// Who is told of much is told of again: at most so many bits for the greater of two groups.
inline constexpr double kMostFame = 3;
/// Share of the namesakes that would be told of without a post or place.
inline constexpr double kBareNamesakes = 0.1;

// Place: how officials spread over the organs of a unit.
inline constexpr double kCentralBody = 0.001;   ///< of all officials, in one central body
inline constexpr double kWideBody = 0.01;       ///< in the National Assembly or the Committee
inline constexpr double kUnknownBody = 0.0005;  ///< in a body of no known place
inline constexpr std::array<double, 4> kOfLevel{0.1, 0.25, 0.35, 0.3};  ///< centre … commune
inline constexpr double kBodyOfUnit = 0.125;
inline constexpr double kPostOfBody = 0.2;
/// Two people of one name are found near each other more often than chance has it, since news is
/// local and readings err alike.
inline constexpr double kLeastShare = 0.00002;

/// How a pair of groups agrees in place, best first.
enum class Place : unsigned char {
  kPost,              ///< the same post in the same body
  kBody,              ///< the same body
  kUnit,              ///< another organ of the same unit
  kFollows,           ///< the same post, in the province that followed
  kProvince,          ///< another unit of the same province
  kSuccessor,         ///< the province that followed
  kArticle,           ///< the province of the article alone
  kUnknown,           ///< at least one says nothing of it
  kOtherBody,         ///< their bodies differ, of which one at least lies in no province
  kElsewhereLong,     ///< provinces differ, over five years apart
  kElsewhereLater,    ///< over one year apart
  kElsewhere,         ///< within a year
  kArticleElsewhere,  ///< the article's province differs
  kCount
};
/// m of each agreement; u is the term's own share.
inline constexpr std::array<double, 7> kPlaceM{0.6, 0.2, 0.08, 0.3, 0.12, 0.02, 0.75};
/// Weight of what is no agreement, from kUnknown on.
inline constexpr std::array<double, 6> kPlaceWeight{0, -2, -2.5, -4, -5.5, -1.9};

/// Weight by how many levels lie between the highest posts (commune, district, province, centre).
inline constexpr std::array<double, 4> kLevelWeight{1, -1.5, -4, -6};
/// m of a title that both have, where one of them has it without a body; u is the title's share.
inline constexpr double kSameTitleM = 0.65;
inline constexpr double kOtherTitle = -1.4;
/// Share of officials with a title: its posts in the table of roles, in these many units of each
/// level (centre … commune), by so many people, of so many in two decades.
inline constexpr std::array<double, 4> kUnitsOfLevel{1, 63, 700, 10'000};
inline constexpr double kHolders = 4;   ///< of one post, one after the other
inline constexpr double kDeputies = 4;  ///< as many at a time as one head
inline constexpr double kMembers = 20;
inline constexpr double kLeastTitle = 0.004;
inline constexpr double kMostTitle = 0.3;
inline constexpr double kUnknownTitle = 0.03;
/// Both hold posts of national leaders; only one does.
inline constexpr double kBothLeaders = 7;
inline constexpr double kOneLeader = -2;
/// Two exclusive posts of one kind in two bodies at once.
inline constexpr double kExclusiveClash = -7;
inline constexpr double kSameGender = 0.6;
inline constexpr double kOtherGender = -6;
/// Shared people of their meetings: none, one, two or more.
inline constexpr std::array<double, 3> kPeersWeight{-0.3, 2, 5};
/// Years between the two: under 1, 3, 6, 10, 20, more.
inline constexpr std::array<double, 5> kGapYears{1, 3, 6, 10, 20};
inline constexpr std::array<double, 6> kGapWeight{0.5, 0.2, -0.3, -1, -2, -5};

// Bounds of the work, each a function of the set of mentions alone.
inline constexpr std::size_t kMostSolved = 96;  ///< groups that are compared all with all
inline constexpr std::size_t kMostCompared =
    64;                                        ///< oldest groups of one key; candidates of a name
inline constexpr std::size_t kMostPeers = 64;  ///< of one group, the least hashes
inline constexpr std::size_t kMostPeersOfMention = 16;

}  // namespace chido::model
