// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/public_weights.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PublicWeights)
};

QString torchAddress(const char *file)
{
    return QStringLiteral("https://download.pytorch.org/models/") + QLatin1String(file);
}

} // namespace

std::vector<PublicWeights> publicWeights()
{
    const QString mobileNet = QStringLiteral("mobilenet-v2");
    const QString vgg = QStringLiteral("vgg-16");
    const QString resnet = QStringLiteral("resnet-50");
    return {
        {mobileNet, mobileNet, torchAddress("mobilenet_v2-b0353104.pth"), "b0353104", 14, Text::tr("torchvision")},
        {QStringLiteral("mobilenet-v2-second"), mobileNet, torchAddress("mobilenet_v2-7ebf99e0.pth"), "7ebf99e0", 14,
         Text::tr("torchvision, trained anew")},
        {vgg, vgg, torchAddress("vgg16-397923af.pth"), "397923af", 528, Text::tr("torchvision")},
        {QStringLiteral("vgg-16-caffe"), vgg, torchAddress("vgg16_features-amdegroot-88682ab5.pth"), "88682ab5", 58,
         Text::tr("Caffe, without fc6 and fc7")},
        {resnet, resnet,
         QStringLiteral("https://github.com/onnx/models/raw/main/validated/vision/classification/resnet/model/"
                        "resnet50-v2-7.onnx"),
         "79102261eb6e5fd7af5d27f41316293e388c5cb691e5d25bfb035c4f64fefe31", 98, Text::tr("ONNX model zoo")},
    };
}

std::optional<PublicWeights> findPublicWeights(const QString &name)
{
    const std::vector<PublicWeights> all = publicWeights();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PublicWeights &one) { return one.name == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString fileNameOf(const PublicWeights &weights)
{
    return QUrl(weights.address).fileName();
}

QString weightsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/boxwright/weights");
}

} // namespace boxwright
