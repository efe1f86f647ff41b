// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/prior_tables.h"

namespace boxwright::ssd {

namespace {

const std::vector<float> kThreeRatios{1.0F, 2.0F, 0.5F};
const std::vector<float> kFiveRatios{1.0F, 2.0F, 0.5F, 3.0F, 1.0F / 3.0F};

} // namespace

std::vector<PriorSpec> sixMapPriors()
{
    return {{{0.1F, 0.1414214F}, kThreeRatios, -1},  {{0.2F, 0.2720294F}, kFiveRatios, -1},
            {{0.37F, 0.4469899F}, kFiveRatios, -1},  {{0.54F, 0.619193F}, kFiveRatios, -1},
            {{0.71F, 0.7904429F}, kThreeRatios, -1}, {{0.88F, 0.9612492F}, kThreeRatios, -1}};
}

std::vector<PriorSpec> sevenMapPriors()
{
    return {{{0.07F, 0.1024695F}, kThreeRatios, -1}, {{0.15F, 0.212132F}, kFiveRatios, -1},
            {{0.3F, 0.3674235F}, kFiveRatios, -1},   {{0.45F, 0.5196152F}, kFiveRatios, -1},
            {{0.6F, 0.6708204F}, kFiveRatios, -1},   {{0.75F, 0.8215838F}, kThreeRatios, -1},
            {{0.9F, 0.9721111F}, kThreeRatios, -1}};
}

int priorsPerCell(const PriorSpec &spec)
{
    return int(spec.sizes.size()) - 1 + int(spec.ratios.size());
}

} // namespace boxwright::ssd
