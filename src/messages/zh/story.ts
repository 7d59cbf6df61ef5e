import type { story as english } from '../en/story.ts';
import type { Translation } from '../translator.ts';

export const story: Translation<typeof english> = {
  'depth.title': '深度说了算',
  'depth.text':
    '这里有三十九个点，分为四类，每一类都沿着一条倾斜的 S 排开。网络要说出平面上每一处属于哪一类。只有两层时，它的做法和我们大多数人一样：给每一类画出一块区域；三块区域相遇的地方便有一个角，即{{tripoint}}。',
  'depth.more':
    '现在增加层数，其余一概不变：同样的点，每层同样五十个神经元，大权重同样要付出代价。角消失了，剩下的是一条条依次排开的带子，仿佛网络先把平面折成一条直线，再把直线切成四段。奇异值将会表明，它正是这样做的。',
  'depth.sentence': '深度为 {{depth}} 时，边界上{{tripoints}}，最窄的一层保留{{rank}}。',
  'depth.noteStart':
    '一次训练找到哪个极小值，取决于它从哪里出发。这里的训练都从接近零的地方开始，一个方向接一个方向地学起来。若改为从训练好的两层网络增层而成，我们试过的四次在深度 9 都仍留有四个三区交点。',
  'depth.noteSetting':
    '交叉熵，岭项 (λ/L)‖θ‖²，λ = 0.009，Adam 每步使用全部数据点。初始化的大小和岭项较弱的起始阶段随深度而定；实验室里可以看到全部设置。',

  'value.title': '奇异值说明什么',
  'value.text':
    '每一层都乘以一个矩阵。把所有长度不超过一的向量送进去，出来的是一个椭球；它的半轴长度 {{values}} 就是奇异值。长轴是这一层会传递下去的方向，长度为零的轴则是它会遗忘的方向。',
  'value.count':
    '矩阵的秩就是不为零的轴的个数。在训练好的网络里，几乎没有哪个恰好为零，所以计数需要一条规则。我们的规则是：一个奇异值若高于本层最大值的某个份额，就算数。',
  'value.sentence':
    '把门槛设在最大值的 {{threshold}} 倍，在 {{depth}} 层深的网络中，第 {{layer}} 层激活的 {{total}} 个奇异值里有 {{count}} 个算数。',
  'value.price':
    '深度从哪里起作用？从代价。取一个没有非线性的网络，也就是 L 个矩阵的乘积，让它为所有矩阵元的平方和付费。把矩阵 {{matrix}} 写成这样的乘积，最便宜的写法每层的代价是',
  'value.example':
    '取一个奇异值为 2、1 和 0.1 的矩阵，摊到 {{layers}}上，每层的代价是 {{cost}}。把数字往大拖：不论大小，每个非零的奇异值最终都只值一。代价变成了秩。',
  'value.layers_other': '层',
  'value.exampleLabel': '乘积中矩阵的个数',
  'value.noteLinear': '论文对线性函数的陈述；右边的和是 {{matrix}} 的一个 Schatten 拟范数。',
  'value.noteCentred':
    '必须先从激活中减去对所有点的平均，否则平均值也会被算作方向。在一个训练好的深度为 9 的网络上，中间层最大的两个奇异值原为 29 和 21，中心化之后是 21 和 1.1。',
  'value.thresholdLabel': '奇异值算数所须超过的最大值份额',
  'value.layerLabel': '层',

  'rank.title': '非线性函数的秩',
  'rank.text':
    '加回非线性之后，网络计算的函数 f 不再是矩阵。它的秩该是什么？有两个自然的回答。一个是近看：在几乎每一点附近 f 都是线性的，雅可比矩阵就是它的矩阵。雅可比矩阵所能达到的最大的秩称为{{jacobianRank}}：',
  'rank.jacobianRank': '雅可比秩',
  'rank.passage':
    '另一个是寻找狭窄的通道。如果 f 可以分两段计算，前一段只交给后一段不超过 k 个数，那么它需要的不过是 k 个维度。最小的 k 称为{{bottleneckRank}}：',
  'rank.bottleneckRank': '瓶颈秩',
  'rank.price':
    '前者绝不会超过后者。让代价在两者之间作出裁决：{{cost}} 是 L 层网络计算 f 所需的全部参数平方和的最小值。',
  'rank.limit': '除以 L，再让 L 增大，剩下的便是一个秩：',
  'rank.noteTheorem':
    '论文的定理 1。这个极限也具有秩应有的性质：f∘g 的秩不超过两者各自的秩，f + g 的秩不超过两者的秩之和，对仿射映射则就是通常的秩。',
  'rank.noteConjecture': '极限就是瓶颈秩本身：{{formula}}。',
  'rank.noteSchatten':
    '在每一点都有 {{formula}}。轴上的短线是找到的最大的左边；指针永远不能越过它。',
  'rank.notePointer':
    '指针是这一个网络付出的代价。它的函数也许能更便宜地得到，所以这是该函数代价的一个上界。',
  'rank.caption': '方框从雅可比秩延伸到瓶颈秩；指针是 ‖θ‖²/L。小刻度：其他深度稳定之处。',
  'rank.sentence':
    '深度为 {{depth}} 时，这个网络每层付出 {{cost}}。它的雅可比秩是 {{jacobian}}，瓶颈秩是 {{bottleneck}}。',
  'rank.sentenceShort': '深度为 {{depth}} 时，这个网络每层付出 {{cost}}，瓶颈秩是 {{bottleneck}}。',
  'rank.outOfOrder': '精确的秩不可能是这个次序；按阈值读出的秩却有可能。',

  'bottleneck.title': '瓶颈',
  'bottleneck.text':
    '教师网络接过十个数，把它们挤过两个数，再展开成十个。学生网络看到它的一百道题和答案，没有人告诉它中间只有两个数。',
  'bottleneck.look':
    '看看它的中部。一层接一层，少数几个奇异值远高于其余，其余的几乎消失殆尽；而非线性本可以作用于五十个神经元中的每一个，却歇着。头几层进，末几层出，中间只有少数几个数在原样传递：要为权重付费的深层网络就是这副模样。',
  'bottleneck.sentence':
    '深度为 {{depth}} 时，学生最窄的一层保留{{rank}}；教师的秩是 {{true}}。它在例题上的误差是 {{train}}，在新题上是 {{test}}。',
  'bottleneck.noteStructure':
    '在代价最小的网络中，几乎所有权重矩阵都有 k 个接近 1 的奇异值，其余为 {{formula}} 的量级；几乎所有层的表示都约为 k 维（NeurIPS 2023）。',
  'bottleneck.noteError': '均方误差，对十个输出求和；若总是回答平均值，误差约为 1。',
  'bottleneck.noteFigure': '论文图 1 的缩小版；原图有 50 维，秩为 4，宽度为 100。{{link}}',
  'bottleneck.figureLink': '在实验室中训练原版。',

  'tripoint.title': '没有三区交点',
  'tripoint.text':
    '当平面上的函数只经过一个数时，每个类别都由直线上的若干段构成。沿直线走去：一段结束，下一段便开始，所以每段两侧各有一个邻居，不会更多。三个类别无法相会。',
  'tripoint.blobs':
    '三团点放在三角形的三个角上，简直是在请求一个三区交点，浅的网络也会在中间放上一个。深的网络却宁可让其中一类成为另外两类之间的带子，于是那两类再不接触。',
  'tripoint.sentence':
    '深度为 {{depth}} 时，瓶颈秩为 {{rank}}，类别之间{{tripoints}}，相邻关系{{shape}}。',
  'tripoint.paler': '较浅处：网络给直线这一段判定的类别。',
  'tripoint.chain': '构成一条链',
  'tripoint.ring': '不构成链',
  'tripoint.noteTheorem': '瓶颈秩为 1 时不可能有三区交点。',
  'tripoint.noteDerived':
    '因此秩为 1 时，只要每个类别只占直线上的一段，相邻关系图就是一条链。秩为 k 时，一般情形下至多有 k + 1 个类别在一点相会。一个区域仍可能分成几块。',
  'tripoint.noteMeasured':
    '秩是按阈值读出的，低于阈值的方向仍可能使边界弯曲。理论与图像看似不符时，请到实验室里看奇异值。',

  'noise.title': '白得的去噪',
  'noise.text':
    '自编码器的任务是原样交还所得之物：在这里，是平面上一条曲线的点。把整个平面原样传过去也行，但要用两个维度。深的网络能找到更便宜的办法。既然只有曲线需要还原，一个维度就够了：把平面上的每个点移到曲线上，再沿曲线移动。',
  'noise.more':
    '于是它学会了去除从未见过的噪声。没有人给它看过曲线之外的点；只不过投影比复制更便宜。',
  'noise.sentence':
    '深度为 {{depth}} 时，平面上的点到曲线的距离平均缩小到原来的 {{share}}。最窄的一层保留{{rank}}。',
  'noise.noteTheorem':
    '若数据为 x = g(z)，其中 g 在 k 维上是单射且分段线性，则拟合数据、瓶颈秩为 k 的函数在局部是到数据上的仿射投影。',
  'noise.noteDigits':
    '带噪声的手写数字也会变干净，不过那里较窄的网络和黑色的边缘在任何深度都有帮助。{{link}}',
  'noise.digitsLink': '到实验室里写一个。',

  'window.title': '太深了？深度窗口',
  'window.text':
    '既然深度能找到低秩，为何不一直加深？因为代价会越过真相继续下降。任何一组点都可以用一条线穿起来，所以每个数据集都有瓶颈秩为 1 的拟合，不论它实际有多少维。足够深时，这种拟合最便宜，总代价最小的网络都满足',
  'window.true':
    '其中的常数取决于这 N 个点。与之相对的是老实的拟合，它的常数与点数无关。如果数据来自秩为 k 的函数，总代价最小的网络还满足',
  'window.thread':
    '而穿线并不便宜：它必须像旅行推销员那样走遍所有的点。瓶颈秩为 1、却要拟合秩为 k 的数据的函数，其代价以高概率至少为',
  'window.together':
    '点越多，线越长，而老实的拟合并不变贵。所以在太浅与太深之间有一个深度窗口，其中真实秩最便宜；窗口的上沿像 {{logN}} 那样增长。',
  'window.noteUnder': '论文的命题 2，针对全局极小值。',
  'window.noteTrue': '命题 5，其中 C 与 N 无关。',
  'window.noteThread': '定理 2。',
  'window.noteWindow': '由两个界合并得出；对给定的数据窗口有多宽，它们并没有说。',
  'window.noteNarrow': '秩过低的极小值很狭窄，训练不一定能找到：NeurIPS 论文对很大的深度作了论证。',
  'window.noteTraining':
    '从小的初始化出发有时会找到它们：或因为它们更便宜，或只因为训练始终没有学起第二个方向。比较总损失即可区分这两者。',
  'window.sentence':
    '教师网络的秩为 2；给出 {{points}} 个点时，居中的一次训练{{found}}具有这个秩，找到的最便宜的极小值则{{cheapest}}具有它。',
  'window.pointsLabel': '点数',
  'window.noDepth': '在试过的深度上都不',
  'window.oneDepth': '只在深度 {{depth}} 时',
  'window.depths': '在深度 {{from}} 到 {{to}} 时',
  'window.mapCaption':
    '每一格写着在那里找到的秩。一次训练停在哪里是一回事，所有人找到的最便宜的极小值是另一回事；理论说的是最便宜的那个。点击即可在实验室中打开该格。',
  'window.curveCaption':
    '第一幅图的四条 S 上每层的代价，每个深度五个种子。参考线取理论给出的秩 1 函数代价的形式，其常数由拟合得到。',
  'window.open': '在深度窗口页中打开',

  'play.title': '样样都可以动手',
  'play.text':
    '以上各图都是同一个实验室在固定状态下的样子。在那里每个数字都可以改：宽度、岭系数、初始化、优化器、引擎，乃至数据本身。您的发现都记在网址里，可以发给别人。',
  'play.figure2': '四条 S',
  'play.figure2Text': '论文的图 2：是角还是带子，只看深度。',
  'play.figure1': '秩为 4 的教师网络',
  'play.figure1Text': '图 1：五十维进，中间只过四维。',
  'play.digits': '噪声中的数字',
  'play.digitsText': '图 3：写一个数字，让网络把它擦干净。',
  'play.pinwheel': '风车',
  'play.pinwheelText': '三条相互盘绕的臂，要折到一条直线上。',
  'play.sweep': '深度窗口',
  'play.sweepText': '许多深度，许多种子：训练找到了什么，什么本会更便宜。',
  'play.compare': '两个深度并排',
  'play.compareText': '同样的数据，两个网络，坐标轴联动，一个播放键。',
};
