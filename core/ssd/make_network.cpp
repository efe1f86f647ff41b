// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/mobilenet_v2.h"
#include "core/ssd/resnet50.h"
#include "core/ssd/vgg16.h"

namespace boxwright::ssd {

namespace {

using Make = std::shared_ptr<SsdNetworkImpl> (*)(const NetworkSpec &spec);

template<class Network>
std::shared_ptr<SsdNetworkImpl> make(const NetworkSpec &spec)
{
    return std::make_shared<Network>(spec);
}

struct BaseNetwork
{
    const char *name;
    Make make;
};

/// Every base network: a new one is its file pair and one line here.
constexpr BaseNetwork kBaseNetworks[]{
    {"mobilenet-v2", make<MobileNetV2Ssd>},
    {"resnet-50", make<Resnet50Ssd>},
    {"vgg-16", make<Vgg16Ssd>},
};

} // namespace

QStringList baseNetworkNames()
{
    QStringList names;
    for (const BaseNetwork &network : kBaseNetworks)
        names << QString::fromLatin1(network.name);
    return names;
}

std::shared_ptr<SsdNetworkImpl> makeNetwork(const NetworkSpec &spec)
{
    for (const BaseNetwork &network : kBaseNetworks)
        if (spec.baseNetwork == QLatin1String(network.name))
            return network.make(spec);
    return nullptr;
}

} // namespace boxwright::ssd
