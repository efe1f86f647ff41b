// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/device_choice.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeviceChoice)
};

const QString kCuda = QStringLiteral("cuda");
constexpr int kMostGpus = 64;

/// Numbers in "0,2"; empty where something else stands there, or one of them twice.
std::vector<int> numbersOf(const QString &text)
{
    std::vector<int> numbers;
    for (const QString &part : text.split(QLatin1Char(','))) {
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        const bool isNew = std::find(numbers.begin(), numbers.end(), number) == numbers.end();
        if (!isNumber || number < 0 || number >= kMostGpus || !isNew)
            return {};
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace

DeviceChoice DeviceChoice::processor()
{
    DeviceChoice choice;
    choice.m_kind = Kind::Processor;
    return choice;
}

DeviceChoice DeviceChoice::gpus(std::vector<int> numbers)
{
    DeviceChoice choice;
    choice.m_kind = Kind::Gpus;
    choice.m_gpus = std::move(numbers);
    return choice;
}

Result<DeviceChoice> DeviceChoice::parse(const QString &text)
{
    if (text == QLatin1String("auto"))
        return DeviceChoice();
    if (text == QLatin1String("cpu"))
        return processor();
    if (text == kCuda)
        return gpus({0});
    DeviceChoice choice;
    if (text == QLatin1String("cuda:all")) {
        choice.m_kind = Kind::AllGpus;
        return choice;
    }
    if (text.startsWith(QLatin1String("cuda:"))) {
        choice = gpus(numbersOf(text.mid(kCuda.size() + 1)));
        if (!choice.m_gpus.empty())
            return choice;
    }
    return failure(Text::tr("\"%1\" is no device: it can be auto, cpu, cuda, cuda:1, cuda:0,1 or cuda:all.").arg(text));
}

QString DeviceChoice::text() const
{
    switch (m_kind) {
    case Kind::Processor:
        return QStringLiteral("cpu");
    case Kind::AllGpus:
        return QStringLiteral("cuda:all");
    case Kind::Gpus: {
        QStringList numbers;
        for (const int number : m_gpus)
            numbers << QString::number(number);
        return QStringLiteral("cuda:") + numbers.join(QLatin1Char(','));
    }
    case Kind::Automatic:
        break;
    }
    return QStringLiteral("auto");
}

DeviceChoice decided(const DeviceChoice &choice, const std::vector<ComputeDevice> &devices)
{
    const bool isAutomatic = choice.kind() == DeviceChoice::Kind::Automatic;
    return isAutomatic && devices.size() > 1 ? devices[1].choice : choice;
}

} // namespace boxwright
